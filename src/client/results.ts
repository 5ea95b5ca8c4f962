import { quote } from '../search/match.ts';
import type { NodeText, NoticeText } from '../search/notice-text.ts';
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
  const pieces = quote(hit.text, words).map(({ text, marked }) =>
    marked ? element('mark', {}, text) : text,
  );
  return element(
    'li',
    { 'data-hit': `${notice}#${hit.id}` },
    element('a', { href: `${address}#${hit.id}` }, hit.path === '' ? '正文段落' : hit.path),
    element('p', {}, ...pieces),
  );
}
