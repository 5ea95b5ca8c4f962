/** The archive as a web: what a citation leads to, who cites a document, how a clause is called. */
import { blockName, bodyName, parseAnchor } from '../notation/anchor.ts';
import { records, works } from '../archive/site-archive.ts';
import type { NoticeRecord } from '../model/records/notice.ts';
import type { TopicRecord } from '../model/records/citation.ts';
import type { WorkCitation, WorkRecord } from '../model/records/work.ts';
import { noticeTextOf } from '../search/query/notice-text.ts';
import { hanDate, titleOf } from './display-facts.ts';

/** What a citation leads to: a work, or a notice of the archive. */
export interface Target {
  id: string;
  title: string;
  /** Relative to the root of the site. */
  url: string;
  /** What is known of it, in a few words each; nothing stands for what is not. */
  facts: string[];
  summary: string | null;
  /** Announced by a notice and not known to exist. */
  planned: boolean;
}

/** A target with the places of one notice that cite it. */
export interface Cited {
  target: Target;
  count: number;
  /** First clause that cites it; null when only titles do. */
  clause: string | null;
}

/** The citations of one document in one notice. */
export interface CitingNotice {
  record: NoticeRecord;
  citations: WorkCitation[];
}

const noticesById = new Map(records.map((record) => [record.id, record]));
const worksByText = new Map(works.map((work) => [work.fullText, work]));
const order = new Map(records.map(({ id }, at) => [id, at]));
const worksById = new Map(works.map((work) => [work.id, work]));
const namesOfClauses = new Map(
  records.map((record) => [
    record.id,
    new Map(noticeTextOf(record).nodes.map(({ id, path }) => [id, path])),
  ]),
);

const noticeCitations = citationsOfNotices();

/**
 * What an id of a citation stands for.
 * @throws {Error} when the archive has neither a work nor a notice of this id
 */
export function targetOf(id: string): Target {
  const work = worksById.get(id);
  if (work) return targetOfWork(work);
  const notice = noticesById.get(id);
  if (!notice)
    throw new Error(`${id} is cited and is neither a work nor a notice; run npm run generate`);
  const facts = [notice.issuer, notice.number, '本库公文，全文在此'];
  return {
    id,
    title: titleOf(notice),
    url: notice.url,
    facts: facts.filter((fact) => fact !== null),
    summary: notice.enclosure,
    planned: false,
  };
}

function targetOfWork(work: WorkRecord): Target {
  const facts = [
    work.issuer,
    work.number,
    work.issued && `${hanDate(work.issued)}发布`,
    work.level === 'planned' ? '拟制定，未见正式文本' : work.status && statusOf(work.status),
  ];
  return {
    id: work.id,
    title: work.title,
    url: work.url,
    facts: facts.filter((fact) => fact !== null),
    summary: work.summary,
    planned: work.level === 'planned',
  };
}

/** `现行有效（规划期内），截至2026年11月` */
export function statusOf({ text, asOf }: NonNullable<WorkRecord['status']>): string {
  return `${text}，截至${hanDate(asOf)}`;
}

/** The work that a notice is the full text of. */
export function workOf({ url }: NoticeRecord): WorkRecord | undefined {
  return worksByText.get(url);
}

/** What a notice cites, most often first; itself left out. */
export function citedIn(record: NoticeRecord): Cited[] {
  const found = new Map<string, Cited>();
  for (const { works: ids, clause, role } of record.citations) {
    if (role === 'self') continue;
    for (const id of ids.filter((each) => each !== record.id)) {
      const cited = found.get(id) ?? { target: targetOf(id), count: 0, clause };
      found.set(id, { ...cited, count: cited.count + 1, clause: cited.clause ?? clause });
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}

/** Who cites a work, in the order of the archive: newest year first, then by city. */
export function citersOf(work: WorkRecord): CitingNotice[] {
  const byNotice = Map.groupBy(work.citations, ({ notice }) => notice);
  return [...byNotice]
    .flatMap(([id, citations]) => {
      const record = noticesById.get(id);
      return record ? [{ record, citations }] : [];
    })
    .sort((one, other) => placeInOrder(one.record.id) - placeInOrder(other.record.id));
}

function placeInOrder(id: string): number {
  return order.get(id) ?? order.size;
}

/** A place of another notice that cites this one. */
export interface NoticeCitation {
  record: NoticeRecord;
  citation: NoticeRecord['citations'][number];
}

/** Where other notices cite a notice of the archive. */
export function citersOfNotice(id: string): readonly NoticeCitation[] {
  return noticeCitations.get(id) ?? [];
}

/** Every notice that others cite → the places. */
function citationsOfNotices(): Map<string, NoticeCitation[]> {
  const found = new Map<string, NoticeCitation[]>();
  for (const record of records) {
    for (const citation of record.citations) {
      for (const id of new Set(citation.works)) {
        if (id === record.id || !noticesById.has(id)) continue;
        const places = found.get(id) ?? [];
        places.push({ record, citation });
        found.set(id, places);
      }
    }
  }
  return found;
}

/** How a clause is called: `一、总体思路 › （二）`. */
export function clausePath(notice: string, clause: string | null): string {
  if (clause === null) return '标题';
  const path = namesOfClauses.get(notice)?.get(clause) ?? '';
  if (path !== '') return path;
  const anchor = parseAnchor(clause);
  if (anchor?.body.kind === 'letter') return '印发通知';
  const name = anchor && (blockName(anchor) ?? bodyName(anchor.body));
  return name === null || name === '' ? '正文段落' : name;
}

/**
 * The record of a notice.
 * @throws {Error} when the archive has none of this id
 */
export function noticeOf(id: string): NoticeRecord {
  const notice = noticesById.get(id);
  if (!notice) throw new Error(`There is no notice ${id}; run npm run generate`);
  return notice;
}

/** City, year and number of a notice: how lists name it. */
export function shortName({ city, year, number, id }: NoticeRecord): string {
  return [city, year === null ? null : `${year}年`, number ?? id]
    .filter((part) => part !== null)
    .join(' ');
}

/** Address of a clause, relative to the root; without a clause, of its notice. */
export function clauseUrl(notice: string, clause: string | null): string {
  const page = noticesById.get(notice)?.url ?? '';
  return clause === null ? page : `${page}#${clause}`;
}

/** The section of a work that a topic match means: its address and what it is called. */
export function linkedSection({ work: id, section }: TopicRecord): { url: string; name: string } {
  const work = worksById.get(id);
  const url = `${work?.url ?? ''}${section === null ? '' : `#${section}`}`;
  const found = section === null ? null : findSection(work?.outline ?? [], section);
  const name = `${found?.label ?? ''}${found?.heading ?? ''}`;
  return { url, name: [work?.title, name].filter(Boolean).join(' ') };
}

type Outline = WorkRecord['outline'];

function findSection(outline: Outline, id: string): Outline[number] | null {
  for (const section of outline) {
    const found = section.id === id ? section : findSection(section.sections, id);
    if (found) return found;
  }
  return null;
}

/** Works that a notice cites, most cited first; equally cited ones in the order of the authority file. */
export const citedWorks: WorkRecord[] = works
  .filter(({ citations }) => citations.length > 0)
  .sort((one, other) => other.citations.length - one.citations.length);

/** Works that no notice cites: known through the relations of others. */
export const uncitedWorks: WorkRecord[] = works.filter(({ citations }) => citations.length === 0);
