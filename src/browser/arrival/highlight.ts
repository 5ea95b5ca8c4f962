import { foldingFor } from '../../notation/normalize/search-text.ts';
import { parseQuery } from '../../search/query/query.ts';
import { archiveFolding } from './archive-folding.ts';
import { mark, unmark } from '../shared/marking.ts';

/**
 * Words marked on a notice: words of the search that led here (`?hl=…`), and words that the reader looks for in this notice.
 * They are removed from the address at once, so that a copied address is that of the clause.
 */

const text = document.querySelector<HTMLElement>('[data-notice-text]');
const form = document.querySelector<HTMLElement>('[data-find-here]');
let folder = foldingFor();
/** Whether `folder` knows traditional characters; asked for with the first word. */
let isComplete = false;

/** Words of the search that led here: from the address, or after a reload from the history entry. */
function arrivedWith(): string {
  const state = history.state as { hl?: unknown } | null;
  const hl = new URLSearchParams(location.search).get('hl');
  if (hl === null) return typeof state?.hl === 'string' ? state.hl : '';
  history.replaceState({ hl }, '', location.pathname + location.hash);
  return hl;
}

/** The parts of the form, as FindHere.astro has them. */
function partsOf(form: HTMLElement) {
  const box = form.querySelector('input');
  const status = form.querySelector('[role=status]');
  const clear = form.querySelector<HTMLElement>('button[type=button]');
  return box && status && clear && { box, status, clear };
}

function start(
  notice: HTMLElement,
  form: HTMLElement,
  { box, status, clear }: NonNullable<ReturnType<typeof partsOf>>,
): void {
  let marks: HTMLElement[] = [];
  let at = -1;

  function show(query: string): void {
    unmark(marks);
    const { words } = parseQuery(query, folder);
    marks = mark(notice, words, folder);
    at = -1;
    status.textContent = words.length === 0 ? '' : `${marks.length} 处`;
    clear.hidden = marks.length === 0;
    if (words.length > 0 && !isComplete) void complete();
  }

  async function complete(): Promise<void> {
    isComplete = true;
    const simple = folder;
    folder = await archiveFolding();
    const words = box.value + notice.textContent;
    // No traditional characters: keep the marks and the reader's position among them.
    if (folder.fold(words) === simple.fold(words)) return;
    show(box.value);
    float();
  }

  /** Keeps the box in view while words of the search that led here are marked: the reader arrives in the middle of the notice. */
  function float(): void {
    form.classList.toggle('floating', isLed && marks.length > 0);
  }

  box.addEventListener('input', () => show(box.value));
  clear.addEventListener('click', () => {
    box.value = '';
    show('');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (marks.length === 0) return;
    at = (at + 1) % marks.length;
    marks[at]?.scrollIntoView({ block: 'center' });
    status.textContent = `${at + 1} / ${marks.length} 处`;
  });
  box.value = arrivedWith();
  const isLed = box.value !== '';
  show(box.value);
  float();
}

const parts = form && partsOf(form);
if (text && form && parts) start(text, form, parts);
