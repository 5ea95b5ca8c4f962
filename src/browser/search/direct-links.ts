import { isId, isDirect, numbered, readClause } from '../../search/query/direct-link.ts';
import type { NumberedNotice } from '../../search/query/search-data.ts';
import { readNumber } from '../../search/query/written-number.ts';
import { openArchive } from './run-query.ts';
import { element } from '../shared/dom.ts';
import { loadNumbers, loadPart, loadWorks, root } from './search-files.ts';

/** A document or clause named by number. */
export interface DirectLink {
  /** `jgsj-2023-17`, `jgsj-2023-17#s2-3`, `cn-ipr-plan-14` */
  target: string;
  /** Relative to the site's folder. */
  url: string;
  /** What it is called by number: `济管市监〔2023〕17号`. */
  number: string;
  /** Title of a work; empty else. */
  name: string;
}

/** Clauses are looked for in at most so many notices: a city may have many. */
const MOST_NOTICES = 8;

/**
 * A query with the traditional characters of the archive made simplified, as search folds them; all else stays, because
 * blanks and brackets part the numbers.
 *
 * @param query as typed: `濟管市監 2023 17號`
 * @returns `济管市监 2023 17号`
 */
export async function simplified(query: string): Promise<string> {
  const { folder } = await openArchive();
  return query.replace(/\p{Script=Han}+/gu, (run) => folder.fold(run));
}

/**
 * What a query names by number: notices, then works; if none, clauses. Loads no numbers for a query that is none.
 *
 * @param typed the query
 */
export async function targetsOf(typed: string): Promise<DirectLink[]> {
  const query = await simplified(typed);
  if (!isDirect(query)) return [];
  const notices = await loadNumbers();
  const works = readNumber(query) !== null || isId(query) ? await loadWorks() : [];
  const links = [
    ...numbered(query, notices).map(({ id, number }) => jumpTo('notices', id, number ?? id)),
    // A standard carries its number in its title, also where nobody has recorded it.
    ...numbered(
      query,
      works.map(({ id, name, number }) => ({ id, name, number: number ?? name })),
    ).map(({ id, name, number }) => jumpTo('works', id, number, name === number ? '' : name)),
  ];
  return links.length > 0 ? links : clausesOf(query, notices);
}

/** Links to what a query names by number. @param query as typed */
export async function directLinksFor(query: string): Promise<HTMLElement[]> {
  return (await targetsOf(query)).map(({ target, url, number, name }) => {
    const link = element('a', { href: root + url, 'data-go': target }, number);
    return element('p', { class: 'jump' }, '直达 ', link, name === '' ? '' : ` ${name}`);
  });
}

async function clausesOf(query: string, notices: NumberedNotice[]): Promise<DirectLink[]> {
  const clause = readClause(query, notices);
  if (!clause) return [];
  const links = clause.notices.slice(0, MOST_NOTICES).map(async ({ id, number, part }) => {
    const text = (await loadPart(part)).find((notice) => notice.id === id);
    const nodes = text?.nodes.filter((node) => clause.anchors.includes(node.id)) ?? [];
    return nodes.map((node) =>
      jumpTo('notices', id, `${number ?? id} ${node.path}`, '', `#${node.id}`),
    );
  });
  return (await Promise.all(links)).flat();
}

function jumpTo(
  folder: 'notices' | 'works',
  id: string,
  number: string,
  name = '',
  hash = '',
): DirectLink {
  return { target: id + hash, url: `${folder}/${id}.html${hash}`, number, name };
}
