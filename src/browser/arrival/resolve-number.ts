import { cleanInput } from '../../notation/normalize/clean-input.ts';
import { readClause } from '../../search/query/direct-link.ts';
import { nearestDocuments } from '../../search/query/nearest-document.ts';
import { readNumber } from '../../search/query/written-number.ts';
import { element } from '../shared/dom.ts';
import { type DirectLink, simplified, targetsOf } from '../search/direct-links.ts';
import { loadNumbers, loadWorks, root } from '../search/search-files.ts';

/** A number in the address that did not lead to one document. */
export interface Unresolved {
  /** The query to search for instead. */
  query: string;
  /** The message: what was understood, and documents that may be meant. */
  help: HTMLElement;
}

/** The number that the address asks for (`?no=…`); empty if none. */
export function askedNumber(): string {
  return new URLSearchParams(location.search).get('no')?.trim() ?? '';
}

/**
 * Goes straight to the document or clause with a number when exactly one is meant.
 *
 * @param asked as typed; a clause may follow, in the number or as the fragment of the address
 * @returns null when it redirects
 * @throws {Error} when a file of search is damaged
 */
export async function resolveNumber(asked: string): Promise<Unresolved | null> {
  // In a link whose `#` was written as %23 the clause is part of the number.
  const [, named = asked, clause = location.hash] = /^([^#]+)(#.*)$/s.exec(asked) ?? [];
  // `?no=17` is a number even without 号.
  const query = /^\d{1,5}$/.test(cleanInput(named)) ? `${cleanInput(named)}号` : named;
  const links = await targetsOf(query);
  const address = onlyOne(links) ?? (links.length === 0 ? await noticeOfClause(query) : undefined);
  if (address === undefined) return { query, help: await helpFor(query, links) };
  location.replace(root + address + (address.includes('#') ? '' : clause));
  return null;
}

/** The address that is meant. A notice that is the full text of a work has its number: the text is wanted. */
function onlyOne(links: readonly DirectLink[]): string | undefined {
  const [first, ...others] = links;
  const isText = (other: DirectLink) =>
    first?.url.startsWith('notices/') === true &&
    other.url.startsWith('works/') &&
    cleanInput(other.number) === cleanInput(first.number);
  return others.every(isText) ? first?.url : undefined;
}

/** A notice without that clause, when only one is named: its page says that the clause does not exist. */
async function noticeOfClause(query: string): Promise<string | undefined> {
  const clause = readClause(await simplified(query), await loadNumbers());
  const [notice, ...others] = clause?.notices ?? [];
  if (!clause || !notice || others.length > 0) return undefined;
  return `notices/${notice.id}.html#${clause.anchors[0] ?? ''}`;
}

async function helpFor(query: string, links: readonly DirectLink[]): Promise<HTMLElement> {
  const help = element('div', { class: 'arrived', role: 'status', 'data-arrived': '' });
  if (links.length > 0) {
    help.append(element('p', {}, `地址中的“${query}”对应 ${links.length} 处，请选择：`));
    return help;
  }
  const number = await simplified(query);
  help.append(
    element('p', {}, `地址中的“${query}”没有对应的公文或文件。`, understood(number)),
    ...nearLines(await nearTo(number)),
  );
  return help;
}

function understood(query: string): string {
  const written = readNumber(query);
  if (!written) return '它不像文号，以下按字词检索。';
  const { code, year, serial, isStandard } = written;
  const parts = [
    code === '' ? '代字未写' : `代字“${code}”`,
    year === null ? '年份未写' : `${year}年`,
    isStandard ? `标准号 ${serial}` : `${serial}号`,
  ];
  return `已识别为：${parts.join('，')}。`;
}

async function nearTo(query: string): Promise<{ url: string; number: string }[]> {
  const [notices, works] = [await loadNumbers(), await loadWorks()];
  const near = [
    ...nearestDocuments(query, notices).map(({ id, number }) => ['notices', id, number] as const),
    ...nearestDocuments(query, works).map(({ id, number }) => ['works', id, number] as const),
  ];
  return near.map(([folder, id, number]) => ({
    url: `${folder}/${id}.html`,
    number: number ?? id,
  }));
}

function nearLines(near: readonly { url: string; number: string }[]): HTMLElement[] {
  if (near.length === 0) return [];
  const links = near.map(({ url, number }) =>
    element('li', {}, element('a', { href: root + url, 'data-near-number': '' }, number)),
  );
  return [element('p', {}, '相近的有：'), element('ul', {}, ...links)];
}
