import { suppliedNote } from '../../citation/supplied-note.ts';
import { type MatchedClauses, type Hit } from '../../search/query/match-clauses.ts';
import type { Folding } from '../../notation/normalize/search-text.ts';
import type { NoticeText } from '../../search/query/notice-text.ts';
import { type SnippetPiece, snippet } from '../../search/query/snippet.ts';
import type { WorkText } from '../../search/query/work-text.ts';
import { element } from '../shared/dom.ts';
import { root } from './search-files.ts';
import { truncate } from './truncate.ts';
import { wordsOfTitle } from './works-found.ts';

/** What a list of results marks, and how. */
export interface Marking {
  /** Folded words. */
  words: readonly string[];
  folder: Folding;
  /** The words that the next page is to mark, as a query string: `?hl=…`. */
  arrival: string;
}

/** One notice of the list of results with its hits, the words marked. */
export function resultOf({ notice, hits }: MatchedClauses, marking: Marking): HTMLElement {
  return element(
    'section',
    { class: 'result' },
    headOf(notice, marking, ` · ${hits.length} 条`),
    element('ol', {}, ...hits.map((hit) => hitOf(notice, hit, marking))),
  );
}

function headOf(notice: NoticeText, { arrival }: Marking, rest: string): DocumentFragment {
  const head = document.createDocumentFragment();
  const { id, name, city, year, number, stated } = notice;
  const facts = [city, year === null ? null : `${year}年`, number].filter((fact) => fact !== null);
  head.append(
    element('h2', {}, element('a', { href: `${root}notices/${id}.html${arrival}` }, name)),
    element('p', { class: 'facts-line' }, facts.join(' · '), rest),
  );
  const note = suppliedNote(stated ?? {}, ['title', 'number', 'city']);
  if (note !== null) head.append(element('p', { class: 'facts-line', 'data-stated': '' }, note));
  return head;
}

function hitOf(notice: NoticeText, { node, corrected }: Hit, marking: Marking): HTMLElement {
  const address = `${root}notices/${notice.id}.html${marking.arrival}#${node.id}`;
  const text = corrected ? (node.corrected ?? node.text) : node.text;
  return element(
    'li',
    { 'data-hit': `${notice.id}#${node.id}` },
    element('a', { href: address }, node.path === '' ? '正文段落' : node.path),
    ...(corrected ? [element('span', { class: 'reading-sign' }, '校订文字')] : []),
    element('p', {}, ...truncate(snippet(text, marking.words, marking.folder)).map(pieceOf)),
  );
}

function pieceOf({ text, marked }: SnippetPiece): Node | string {
  return marked ? element('mark', {}, text) : text;
}

/** Notices whose title holds all words: they are no clauses and do not count. */
export function titleListOf(titled: readonly NoticeText[]): HTMLElement {
  const links = titled.map(({ id, name }) =>
    element('a', { href: `${root}notices/${id}.html`, 'data-title-hit': id }, name),
  );
  return linkListOf('题名含有所查字词：', links);
}

/** Links to documents, one a line, under what they have in common. */
export function linkListOf(words: string, links: readonly HTMLElement[]): HTMLElement {
  const items = links.map((link) => element('li', {}, link));
  return element('div', { class: 'jump' }, words, element('ul', {}, ...items));
}

/** The second group: notices that hold all words, but in different clauses. */
export function nearListOf(near: readonly NoticeText[], marking: Marking): HTMLElement {
  const items = near.map((notice) =>
    element('li', { 'data-near-hit': notice.id }, headOf(notice, marking, '')),
  );
  return element(
    'section',
    { class: 'result near', id: 'near' },
    element('h2', {}, `同一文件内 ${near.length} 件`),
    element('p', { class: 'facts-line' }, '所查字词都有，但分在不同的条里。'),
    element('ol', {}, ...items),
  );
}

/** The works that were found, apart from the clauses: `parts` are those that hold the words. */
export function workListOf(works: readonly WorkText[], marking: Marking): HTMLElement {
  return element(
    'section',
    { class: 'result', id: 'works' },
    element('h2', {}, `文件库 ${works.length} 份`),
    element('ol', {}, ...works.map((work) => workOf(work, marking))),
  );
}

function workOf({ id, name, parts }: WorkText, { words, folder }: Marking): HTMLElement {
  const address = `${root}works/${id}.html`;
  const found = parts.map((part) => {
    const pieces = snippet(part.text, wordsOfTitle(words), folder).map(pieceOf);
    if (part.id === '') return element('p', {}, ...pieces);
    return element('p', {}, element('a', { href: `${address}#${part.id}` }, ...pieces));
  });
  return element('li', { 'data-work-hit': id }, element('a', { href: address }, name), ...found);
}

/** The first so many hits, by notice. */
export function firstHits(found: readonly MatchedClauses[], most: number): MatchedClauses[] {
  let left = most;
  return found.flatMap(({ notice, hits }) => {
    const some = hits.slice(0, Math.max(0, left));
    left -= some.length;
    return some.length > 0 ? [{ notice, hits: some }] : [];
  });
}
