import { countHits } from '../../search/query/facets.ts';
import { parseQuery } from '../../search/query/query.ts';
import { runQuery, openArchive } from './run-query.ts';
import { element } from '../shared/dom.ts';
import { directLinksFor } from './direct-links.ts';
import { firstHits, resultOf, titleListOf } from './results.ts';
import { root } from './search-files.ts';
import { arrivalFor, DAMAGED, resultSummary } from './wording.ts';

/** The search of every page but the search page: `/` or Ctrl+K opens it, results come while one types. */

/** Hits shown; the search page shows the others. */
const SHOWN = 12;
/** Milliseconds without a key before the query is asked. */
const PAUSE_MS = 120;

const box = element('input', {
  type: 'search',
  name: 'q',
  'aria-label': '检索全部公文',
  autocomplete: 'off',
  spellcheck: 'false',
  placeholder: '检索条文、文号',
});
const status = element('p', { role: 'status' });
const list = element('div', { class: 'dialog-results' });
const form = element('form', { action: `${root}search.html`, method: 'get' }, box);
const dialog = element(
  'dialog',
  { class: 'search-dialog', 'aria-label': '检索' },
  form,
  status,
  list,
);

let latest = 0;
let timer = 0;

/** Opens the dialog. */
export function openDialog(): void {
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  box.select();
}

async function ask(): Promise<void> {
  const mine = (latest += 1);
  const archive = await openArchive();
  const query = parseQuery(box.value, archive.folder);
  const blank = query.words.length === 0;
  const { found, near, titled, unread } = blank
    ? { found: [], near: [], titled: [], unread: 0 }
    : await runQuery(archive, query, SHOWN);
  const jumps = blank ? [] : await directLinksFor(box.value);
  // A later key has asked again: this answer is stale.
  if (mine !== latest) return;
  const marking = { words: query.words, folder: archive.folder, arrival: arrivalFor(query.words) };
  list.replaceChildren(
    ...jumps,
    ...(titled.length > 0 ? [titleListOf(titled.slice(0, 3))] : []),
    ...firstHits(found, SHOWN).map((each) => resultOf(each, marking)),
  );
  const counts = { clauses: countHits(found), notices: found.length, near: near.length };
  status.textContent = blank ? '' : resultSummary({ ...counts, unread, jumps: jumps.length });
  if (!blank) status.append(' ', element('a', { href: pageFor(box.value) }, '全部结果'));
}

function pageFor(query: string): string {
  return `${root}search.html?${new URLSearchParams({ q: query }).toString()}`;
}

/** The arrow keys walk through the results; the first one is reached from the box. */
function walk(event: KeyboardEvent): void {
  // Chromium 90 leaves it open when the focus is in an empty search box.
  if (event.key === 'Escape') dialog.close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [box, ...Array.from(list.querySelectorAll<HTMLElement>('a'))];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
}

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    ask().catch(() => {
      status.textContent = DAMAGED;
      list.replaceChildren(element('a', { href: `${root}contents.html` }, '条文目录'));
    });
  }, PAUSE_MS);
});
dialog.addEventListener('keydown', walk);
dialog.addEventListener('click', (event) => {
  // The area around the dialog is the dialog itself; a link into the same page leaves it open otherwise.
  if (event.target === dialog || (event.target instanceof Element && event.target.closest('a'))) {
    dialog.close();
  }
});
