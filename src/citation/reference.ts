/** What a reference says of a notice or of a clause, before it is printed in a format. */
import type { NoticeSummary } from '../model/records/notice-summary.ts';
import type { OutlineNode } from '../model/records/outline.ts';
import { formalClauseName } from './clause-name.ts';
import { suppliedNote } from './supplied-note.ts';

/** The record of a notice as far as references need it. */
export type ReferenceSource = Pick<
  NoticeSummary,
  'id' | 'url' | 'title' | 'number' | 'issuer' | 'date' | 'enclosure' | 'stated'
>;

/**
 * Everything that is absent is null and left out by every format. What the notice itself does not carry stands in square brackets: they are for
 * information from elsewhere (GB/T 7714-2015, 7.3: 自拟的信息).
 */
export interface Reference {
  /** Key of the entry: `jgsj-2023-17`, `jgsj-2023-17-s1-2`. */
  key: string;
  /** Id of the notice: `jgsj-2023-17`. */
  notice: string;
  author: string | null;
  title: string | null;
  /** 第二部分第（三）项第13条 */
  part: string | null;
  /** 发文字号. */
  number: string | null;
  /** ISO 8601 or a prefix of it, or that in square brackets; the 成文日期, never the year of the number. */
  issued: string | null;
  /** Who says what stands in brackets: for the files that have room for it. */
  note: string | null;
  /** Absolute. */
  url: string | null;
  /** ISO 8601: when the reader looked; only where there is an address. */
  accessed: string | null;
}

/** What the record does not know. */
export interface Circumstances {
  /** Absolute address of the site's root, `https://ip.example.cn/wenhao/`; null: none is known. */
  site?: string | null;
  /** ISO date of today at the reader's desk; null: not said. */
  accessed?: string | null;
}

/**
 * The reference to a notice.
 * @param notice its record
 * @throws {TypeError} when `site` is no address
 */
export function noticeReference(
  notice: ReferenceSource,
  { site, accessed }: Circumstances = {},
): Reference {
  const { stated } = notice;
  const url = typeof site === 'string' ? absolute(notice.url, site) : null;
  return {
    key: notice.id,
    notice: notice.id,
    author: supplied(notice.issuer, stated.issuer),
    title: supplied(notice.title, stated.title) ?? notice.enclosure,
    part: null,
    number: supplied(notice.number, stated.number),
    issued: supplied(notice.date, stated.date),
    note: suppliedNote(stated, ['issuer', 'title', 'number', 'date']),
    url,
    accessed: url === null ? null : (accessed ?? null),
  };
}

/** In brackets when somebody else says it. */
function supplied(value: string | null, statement: object | undefined): string | null {
  return value !== null && statement ? `[${value}]` : value;
}

/**
 * The reference to a place in a notice.
 * @param notice its record with the outline
 * @param id of a node or paragraph of the outline
 * @returns null when the notice has no such place
 * @throws {TypeError} when `site` is no address
 */
export function clauseReference(
  notice: ReferenceSource & { outline: readonly OutlineNode[] },
  id: string,
  circumstances: Circumstances = {},
): Reference | null {
  const part = formalClauseName(notice.outline, id);
  if (part === null) return null;
  return locatorOf(noticeReference(notice, circumstances), id, part);
}

/**
 * The reference to a place, made from that to its notice.
 * @param whole the reference to the notice
 * @param id of the place
 * @param part its name behind that of the notice; `""`: it has none
 */
export function locatorOf(whole: Reference, id: string, part: string): Reference {
  return {
    ...whole,
    key: `${whole.key}-${id}`,
    part: part === '' ? null : part,
    url: whole.url === null ? null : `${whole.url}#${id}`,
  };
}

/**
 * The full name of a notice or a clause in running text: 《标题》（文号）第二部分第（三）项第13条. Title marks in the title become single ones and back (GB/T
 * 15834-2011, 4.15). Without title the number stands for it; without either 标题未标注公文（its id）.
 * @param reference of a notice or a clause
 */
export function formalName({ title, number, part, notice }: Reference): string {
  if (title === null) return (number ?? `标题未标注公文（${notice}）`) + (part ?? '');
  return `《${nested(title)}》${number === null ? '' : `（${number}）`}${part ?? ''}`;
}

function nested(title: string): string {
  let depth = 0;
  return title.replace(/[《〈》〉]/g, (mark) => {
    const opens = mark === '《' || mark === '〈';
    if (opens) depth++;
    const level = depth;
    if (!opens) depth = Math.max(0, depth - 1);
    const single = level % 2 === 1 || level === 0;
    return opens ? (single ? '〈' : '《') : single ? '〉' : '》';
  });
}

/**
 * An absolute address.
 * @param path in the site: `notices/jgsj-2023-17.html`
 * @param site its root, with or without a slash at the end
 * @throws {TypeError} when `site` is no address
 */
function absolute(path: string, site: string): string {
  return new URL(path, site.endsWith('/') ? site : `${site}/`).href;
}
