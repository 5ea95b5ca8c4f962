/** Addresses that moved, as the pages place and call them. */
import type { MovedRecord } from '../../model/records/former.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';
import { formalClauseName } from '../../citation/clause-name.ts';
import { shortName } from '../citation-graph.ts';
import { records, works } from '../../archive/site-archive.ts';
import { titleOf } from '../display-facts.ts';

/** A former address of a page. */
export interface FormerAddress {
  /** Its anchor, which the page keeps as an id. */
  from: string;
  /** What it led to and where that is now, oldest first; at least one. */
  fates: MovedRecord[];
}

/** The former addresses of a notice by the place that tells of them. */
export interface PlacedAddresses {
  /** Clause → addresses that are gone and whose text it holds now: they lead to it. */
  heads: Map<string, FormerAddress[]>;
  /** Clause → what its own address led to before. */
  notes: Map<string, MovedRecord[]>;
  /** Addresses that are gone and lead elsewhere, or nowhere. */
  listed: FormerAddress[];
}

/**
 * Former addresses, each once.
 * @param moved of a notice or of a former page
 */
export function formerAddresses(moved: readonly MovedRecord[]): FormerAddress[] {
  const froms = [...new Set(moved.map(({ from }) => from))];
  return froms.map((from) => ({ from, fates: moved.filter((each) => each.from === from) }));
}

/**
 * What was withdrawn with its page, for the same reason: one sentence tells of all of it.
 * @param addresses of a former page
 * @param page what became of it
 */
export function withdrawnTogether(
  addresses: readonly FormerAddress[],
  { to, reason }: Pick<MovedRecord, 'to' | 'reason'>,
): { together: FormerAddress[]; apart: FormerAddress[] } {
  const isSame = ({ fates }: FormerAddress): boolean =>
    to === null && fates.every((fate) => fate.to === null && fate.reason === reason);
  return {
    together: addresses.filter(isSame),
    apart: addresses.filter((address) => !isSame(address)),
  };
}

/**
 * Where on its page each former address of a notice stands.
 * @param record of the notice
 */
export function placed({ outline, moved, url }: NoticeRecord): PlacedAddresses {
  const here = new Set(anchorsIn(outline));
  const found: PlacedAddresses = { heads: new Map(), notes: new Map(), listed: [] };
  for (const address of formerAddresses(moved)) {
    const { from, fates } = address;
    const target = fates.at(-1)?.to?.split('#') ?? [];
    const clause = target[0] === url ? target[1] : undefined;
    if (here.has(from)) found.notes.set(from, fates);
    else if (clause === undefined) found.listed.push(address);
    else found.heads.set(clause, [...(found.heads.get(clause) ?? []), address]);
  }
  return found;
}

function anchorsIn(outline: readonly OutlineNode[]): string[] {
  return outline.flatMap(({ id, paragraphs, children }) => [
    id,
    ...paragraphs.map((paragraph) => paragraph.id),
    ...anchorsIn(children),
  ]);
}

const noticeAt = new Map(records.map((record) => [record.url, record]));
const workAt = new Map(works.map((work) => [work.url, work]));

/**
 * What the target of a move is called.
 * @param to address in the site
 * @param from page that the link stands on
 * @returns `#s2-4 第二部分第（四）项`, with the notice in front when it is another; the title of a document
 */
export function targetName(to: string, from: string): string {
  const [page = '', anchor] = to.split('#');
  const notice = noticeAt.get(page);
  if (!notice) return workAt.get(page)?.title ?? page;
  if (anchor === undefined) return titleOf(notice);
  const name = `#${anchor} ${formalClauseName(notice.outline, anchor) ?? ''}`;
  return page === from ? name : `${shortName(notice)} ${name}`;
}
