import { containsAll, type Piece, quote } from '../search/match.ts';
import type { NodeText, NoticeText } from '../search/notice-text.ts';
import type { WorkText } from '../search/work-text.ts';
import { element } from './dom.ts';

/** A notice and those of its nodes that hold all words. */
export interface Found {
  notice: NoticeText;
  hits: NodeText[];
}

/** One notice of the list of results with its hits, the words marked. */
export function resultOf({ notice, hits }: Found, words: readonly string[]): HTMLElement {
  const address = `notices/${notice.id}.html`;
  const facts = [notice.city, notice.year === null ? null : `${notice.year}年`, notice.number];
  return element(
    'section',
    { class: 'result' },
    element('h2', {}, element('a', { href: address }, notice.name)),
    element(
      'p',
      { class: 'facts-line' },
      facts.filter((fact) => fact !== null).join(' · '),
      ` · ${hits.length} 条`,
    ),
    element('ol', {}, ...hits.map((hit) => hitOf(notice.id, address, hit, words))),
  );
}

function hitOf(
  notice: string,
  address: string,
  hit: NodeText,
  words: readonly string[],
): HTMLElement {
  const { text, corrected } = hit;
  const printed = containsAll(text, words) || corrected === undefined;
  return element(
    'li',
    { 'data-hit': `${notice}#${hit.id}` },
    element('a', { href: `${address}#${hit.id}` }, hit.path === '' ? '正文段落' : hit.path),
    ...(printed ? [] : [element('span', { class: 'reading-sign' }, '校订文字')]),
    element('p', {}, ...quote(printed ? text : corrected, words).map(pieceOf)),
  );
}

function pieceOf({ text, marked }: Piece): Node | string {
  return marked ? element('mark', {}, text) : text;
}

/** The works that were found, apart from the clauses: `parts` are those that hold the words. */
export function workListOf(works: readonly WorkText[], words: readonly string[]): HTMLElement {
  return element(
    'section',
    { class: 'result', id: 'works' },
    element('h2', {}, `文件库 ${works.length} 份`),
    element('ol', {}, ...works.map((work) => workOf(work, words))),
  );
}

function workOf({ id, name, parts }: WorkText, words: readonly string[]): HTMLElement {
  const address = `works/${id}.html`;
  const found = parts.map((part) => {
    const pieces = quote(part.text, words).map(pieceOf);
    if (part.id === '') return element('p', {}, ...pieces);
    return element('p', {}, element('a', { href: `${address}#${part.id}` }, ...pieces));
  });
  return element('li', { 'data-work-hit': id }, element('a', { href: address }, name), ...found);
}
