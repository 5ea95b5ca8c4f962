/** The contents list of a notice: marks the clause being read, and filters its entries. */
import { containsAll, queryWords } from '../../search/query/match.ts';
import { onProgress } from './clause-at.ts';
import { element } from '../shared/dom.ts';

/** Shorter lists need no filter. */
const LONG_LIST = 12;

const list = document.querySelector<HTMLElement>('[data-contents] > .contents-list');
const links = Array.from(list?.querySelectorAll<HTMLAnchorElement>('a') ?? []);
const linkTo = new Map(links.map((link) => [link.hash.slice(1), link]));
let current: HTMLAnchorElement | undefined;

/** Marks the entry of the clause being read, and keeps it in view in the list's own box: the page does not move. */
function follow(clause: HTMLElement | null, box: HTMLElement): void {
  const link = linkTo.get(clause?.id ?? '');
  if (link === current) return;
  current?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
  current = link;
  if (!link?.offsetParent) return;
  const { top, bottom, height } = link.getBoundingClientRect();
  const edge = box.getBoundingClientRect();
  const over = Math.min(0, top - height - edge.top) || Math.max(0, bottom + height - edge.bottom);
  box.scrollTop += over;
}

/** Shows the entries with all words, and those above them. */
function show(query: string): number {
  const words = queryWords(query);
  let found = 0;
  for (const link of links.reverse()) {
    const entry = link.parentElement;
    if (!entry) continue;
    const fits = containsAll(link.textContent, words);
    if (fits) found += 1;
    entry.hidden = !fits && !entry.querySelector('li:not([hidden])');
  }
  links.reverse();
  return words.length === 0 ? -1 : found;
}

function addFilter(before: HTMLElement): void {
  const name = '筛选目录';
  const box = element('input', {
    type: 'search',
    'aria-label': name,
    placeholder: name,
    autocomplete: 'off',
  });
  const status = element('span', { role: 'status' });
  box.addEventListener('input', () => {
    const found = show(box.value);
    status.textContent = found < 0 ? '' : `${found} 条`;
  });
  before.before(element('p', { class: 'contents-filter' }, box, status));
}

if (list) {
  onProgress(({ clause }) => follow(clause, list));
  if (links.length >= LONG_LIST) addFilter(list);
}
