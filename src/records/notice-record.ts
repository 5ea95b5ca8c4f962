/** Notice → the records of the static API. */
import type { Position } from 'unist';
import { headingOf, paragraphsOf, textOf, zoneOf } from '../model/text.ts';
import type { Heading, Marked, Notice, Paragraph, Section } from '../model/tree.ts';
import { offeredAs } from '../model/offered-as.ts';
import type { Origin } from '../authored/sidecar-schema.ts';
import { noticeUrl, originalUrl } from '../model/address.ts';
import { citationRecord, citationsIn, errataIn } from './citation-record.ts';
import { factSourcesOf } from './fact-sources.ts';
import { fieldsOf } from './fields-of.ts';
import { noticeSummarySchema, type NoticeSummary } from '../model/records/notice-summary.ts';
import { messageRecord } from './message-record.ts';
import type { ProcessedNotice } from './processed-notice.ts';
import type {
  ImprintRecord,
  NoticeRecord,
  NoticeTopic,
  OriginalRecord,
  ResidueRecord,
} from '../model/records/notice.ts';
import type { OutlineNode, ParagraphRecord } from '../model/records/outline.ts';
import type { Source } from '../model/records/source.ts';
import { topicRecords } from './work-record.ts';

/**
 * A notice as `api/notices/<id>.json` and `npm run inspect` print it.
 * @param finished a notice that went through all stages
 */
export function recordOf(finished: ProcessedNotice): NoticeRecord {
  const { notice, facts, stated, file, origin } = finished;
  return {
    ...summaryOf(finished),
    imprint: imprintRecord(finished),
    residue: residueRecords(notice),
    outline: outlineOf(notice),
    citations: citationsIn(notice).map(citationRecord),
    related: topicRecords(finished.links, finished.works),
    topics: topicsOf(finished),
    errata: errataIn(notice),
    moved: [...finished.moved],
    sources: factSourcesOf(notice, facts, stated),
    original: originalRecord(notice.id, origin),
    source: origin.source,
    licence: origin.licence,
    messages: file.messages.map((message) => messageRecord(message, file.path)),
  };
}

/**
 * A notice as `api/notices.json` and the front matter of its MDX file list it.
 * @param finished a notice that went through all stages
 */
export function summaryOf({ notice, facts, stated, file }: ProcessedNotice): NoticeSummary {
  return fieldsOf(noticeSummarySchema, {
    ...facts,
    id: notice.id,
    url: noticeUrl(notice.id),
    seed: file.path,
    sha256: file.data.seed?.sha256 ?? '',
    stated,
  });
}

function sourceOf({ start, end }: Position): Source {
  return { line: start.line, endLine: end.line };
}

/** The terms that its links rest on, clause by clause as the links stand, then what its sidecar adds. */
function topicsOf({ links, topics }: ProcessedNotice): NoticeTopic[] {
  const linked = links.flatMap(({ clause, terms }) =>
    terms.map((topic) => ({ topic, clause, reason: null })),
  );
  const first = linked.filter(
    ({ topic, clause }, at) =>
      linked.findIndex((other) => other.topic === topic && other.clause === clause) === at,
  );
  return [...first, ...topics];
}

function originalRecord(id: string, { original }: Origin): OriginalRecord | null {
  if (!original) return null;
  const extension = offeredAs(original);
  return { ...original, url: extension === null ? null : originalUrl(id, extension) };
}

function imprintRecord({ notice, facts, stated }: ProcessedNotice): ImprintRecord | null {
  const imprint = zoneOf(notice, 'imprint');
  if (!imprint) return null;
  return {
    text: imprint.children.map(textOf).join('\n'),
    organ: facts.imprintOrgan,
    date: stated.issued ? null : facts.issued,
    source: sourceOf(imprint.position),
  };
}

function residueRecords(notice: Notice): ResidueRecord[] {
  return notice.children
    .filter((zone) => zone.type === 'residue')
    .map(({ kind, value, position }) => ({ kind, text: value, source: sourceOf(position) }));
}

/**
 * Every block that has an address, in printed order.
 * @param notice anchored
 */
export function outlineOf(notice: Notice): OutlineNode[] {
  return notice.children
    .filter((zone) => zone.type === 'letter' || zone.type === 'enclosure' || zone.type === 'annex')
    .flatMap((body) => body.children)
    .flatMap((block) =>
      block.type === 'heading' ? titleNode(block, notice.id) : [outlineNode(block, notice.id)],
    );
}

/** The printed title of an annex; that of the enclosure is a fact of the notice. */
function titleNode(heading: Heading, notice: string): OutlineNode[] {
  if (heading.id === '') return [];
  return [
    {
      id: heading.id,
      label: null,
      ordinal: null,
      heading: textOf(heading),
      text: '',
      url: `${noticeUrl(notice)}#${heading.id}`,
      paragraphs: [],
      source: sourceOf(heading.position),
      children: [],
    },
  ];
}

function outlineNode(block: Section | Paragraph | Marked<string>, notice: string): OutlineNode {
  const section = block.type === 'section' ? (block as Section) : null;
  const heading = section && headingOf(section);
  const paragraphs = ownParagraphs(block).map(paragraphRecord);
  return {
    id: block.id,
    label: section?.label ?? null,
    ordinal: section?.ordinal ?? null,
    heading: heading ? textOf(heading) : null,
    text: paragraphs.map(({ text }) => text).join('\n'),
    url: `${noticeUrl(notice)}#${block.id}`,
    paragraphs,
    source: sourceOf(block.position),
    children: section
      ? section.children
          .filter((child) => child.type === 'section')
          .map((child) => outlineNode(child, notice))
      : [],
  };
}

function ownParagraphs(block: Section | Paragraph | Marked<string>): Paragraph[] {
  if (block.type === 'paragraph') return [block as Paragraph];
  return block.type === 'section'
    ? paragraphsOf(block as Section)
    : (block as Marked<string>).children;
}

function paragraphRecord(paragraph: Paragraph): ParagraphRecord {
  return { id: paragraph.id, text: textOf(paragraph), source: sourceOf(paragraph.position) };
}
