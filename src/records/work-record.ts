/** Works → the records of their pages and of `api/works.json`. */
import type { Notice } from '../model/tree.ts';
import { relationsOf } from '../authored/relations.ts';
import type { Authority, OutlineSection, TopicLink, Work } from '../model/work.ts';
import { noticeUrl, workUrl } from '../model/address.ts';
import { citationsIn, type PlacedCitation } from './citation-record.ts';
import type { ProcessedNotice } from './processed-notice.ts';
import type {
  RelationRecord,
  SectionRecord,
  TopicRecord,
  WorkCitation,
  WorkRecord,
  WorkSummary,
} from '../model/api-types.ts';
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
    return {
      id: work.id,
      title: work.title,
      kind: work.kind,
      level: work.level,
      issuer: work.issuer,
      number: work.number,
      issued: work.issued,
      url: workUrl(work.id),
      citedBy: own.map(({ notice, clause, text }) => ({ notice, clause, text })),
      effective: work.effective,
      status: work.status && { text: work.status.text, asOf: work.status.as_of },
      official: work.url,
      text: work.text,
      fullText: fullText && noticeUrl(fullText),
      relations: (relations.get(work.id) ?? []).map(
        ({ type, work: other, note }): RelationRecord => ({
          type,
          work: other,
          ...(titles.get(other) ?? { title: other, url: workUrl(other) }),
          note,
        }),
      ),
      targets: work.targets,
      outline: work.outline.map((section) => sectionRecord(section, anchors, fullText, clauses)),
      summary: work.summary,
      note: work.note,
      evidence: work.evidence,
      citations: own,
      related: topicRecords(linksOf.get(work.id) ?? [], [work]),
    };
  });
}

/**
 * A work as `api/works.json` lists it.
 * @param record of the work
 */
export function workSummary({
  id,
  title,
  kind,
  level,
  issuer,
  number,
  issued,
  url,
  citedBy,
}: WorkRecord): WorkSummary {
  return { id, title, kind, level, issuer, number, issued, url, citedBy };
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
