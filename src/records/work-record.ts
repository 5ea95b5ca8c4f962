/** Works → the records of their pages and of `api/works.json`. */
import type { Notice } from '../model/tree.ts';
import { relationsOf } from '../authored/relations.ts';
import type { Authority } from '../authored/works-schema.ts';
import type { OutlineSection, Work } from '../authored/work-schema.ts';
import type { TopicLink } from '../authored/links-schema.ts';
import { noticeUrl, workUrl } from '../model/address.ts';
import { citationsIn, type PlacedCitation } from './citation-record.ts';
import type { ProcessedNotice } from './processed-notice.ts';
import {
  citedBySchema,
  workRecordSchema,
  workSummarySchema,
  type RelationRecord,
  type SectionRecord,
  type WorkCitation,
  type WorkRecord,
  type WorkSummary,
} from '../model/records/work.ts';
import type { TopicRecord } from '../model/records/citation.ts';
import { fieldsOf } from './fields-of.ts';
import { sectionAnchors } from './section-anchors.ts';

/** What the records of works are made of. */
export interface Library {
  notices: readonly ProcessedNotice[];
  /** Notices with the anchors of their clauses. */
  citable: readonly { id: string; anchors: ReadonlySet<string> }[];
  authority: Authority;
  links: readonly TopicLink[];
  /** Work → the notice of the archive that is its text. */
  fullTexts: ReadonlyMap<string, string>;
}

/**
 * The works of an archive.
 * @param library everything linked
 * @returns one record a work, in the order of the authority file
 */
export function workRecords(library: Library): WorkRecord[] {
  const { authority, notices } = library;
  const relations = relationsOf(authority.works);
  const titles = titlesOf(library);
  const citations = citationsByWork(notices);
  const linksOf = Map.groupBy(library.links, ({ work }) => work);
  const anchorsOf = new Map(library.citable.map(({ id, anchors }) => [id, anchors]));
  return authority.works.map((work) => {
    const own = citations.get(work.id) ?? [];
    const anchors = sectionAnchors(work.outline);
    const fullText = library.fullTexts.get(work.id) ?? null;
    const clauses = anchorsOf.get(fullText ?? '') ?? new Set<string>();
    const { names: _, ...known } = work;
    return fieldsOf(workRecordSchema, {
      ...known,
      url: workUrl(work.id),
      citedBy: own.map((citation) => fieldsOf(citedBySchema, citation)),
      fullText: fullText && noticeUrl(fullText),
      relations: (relations.get(work.id) ?? []).map(
        ({ type, work: other, note }): RelationRecord => ({
          type,
          work: other,
          ...(titles.get(other) ?? { title: other, url: workUrl(other) }),
          note,
        }),
      ),
      outline: work.outline.map((section) => sectionRecord(section, anchors, fullText, clauses)),
      citations: own,
      related: topicRecords(linksOf.get(work.id) ?? [], [work]),
    });
  });
}

/**
 * A work as `api/works.json` lists it.
 * @param record of the work
 */
export function workSummary(record: WorkRecord): WorkSummary {
  return fieldsOf(workSummarySchema, record);
}

/**
 * Topic links with the anchors of their sections.
 * @param links of any notices
 * @param works of the authority file; links to others are left out
 */
export function topicRecords(links: readonly TopicLink[], works: readonly Work[]): TopicRecord[] {
  const linked = new Set(links.map(({ work }) => work));
  const anchors = new Map(
    works.filter(({ id }) => linked.has(id)).map((work) => [work.id, sectionAnchors(work.outline)]),
  );
  return links.flatMap(({ notice, clause, work, section, terms, strength }) => {
    const sections = anchors.get(work);
    if (!sections) return [];
    const anchor =
      section === null
        ? null
        : ([...sections].find(([each]) => (each.label ?? each.heading) === section)?.[1] ?? null);
    return [{ notice, clause, work, section: anchor, terms, strength }];
  });
}

/** Work → every place that cites it, in the order of the notices. */
function citationsByWork(notices: readonly ProcessedNotice[]): Map<string, WorkCitation[]> {
  const found = new Map<string, WorkCitation[]>();
  for (const { notice } of notices) {
    for (const citation of citationsIn(notice)) {
      for (const id of new Set(citation.works)) {
        const places = found.get(id) ?? [];
        places.push(workCitation(notice, citation));
        found.set(id, places);
      }
    }
  }
  return found;
}

function titlesOf({ authority, notices }: Library): Map<string, { title: string; url: string }> {
  return new Map([
    ...authority.works.map(({ id, title }) => [id, { title, url: workUrl(id) }] as const),
    ...notices.map(
      ({ notice, facts }) =>
        [
          notice.id,
          { title: facts.title ?? facts.number ?? notice.id, url: noticeUrl(notice.id) },
        ] as const,
    ),
  ]);
}

function workCitation(
  { id }: Notice,
  { clause, text, role, note, before, after }: PlacedCitation,
): WorkCitation {
  return {
    notice: id,
    clause,
    text,
    role,
    note,
    before,
    after,
    url: clause === null ? noticeUrl(id) : `${noticeUrl(id)}#${clause}`,
  };
}

function sectionRecord(
  section: OutlineSection,
  anchors: ReadonlyMap<OutlineSection, string>,
  fullText: string | null,
  clauses: ReadonlySet<string>,
): SectionRecord {
  const id = anchors.get(section) ?? '';
  return {
    id,
    label: section.label,
    heading: section.heading,
    textUrl: fullText !== null && clauses.has(id) ? `${noticeUrl(fullText)}#${id}` : null,
    sections: section.sections.map((each) => sectionRecord(each, anchors, fullText, clauses)),
  };
}
