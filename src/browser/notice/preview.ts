/**
 * Preview of a citation: what the document is, on a card beside the link. Opens under the mouse and at keyboard focus;
 * Esc closes it; on a touch screen the first tap opens it and the second follows the link. What it shows stands on the
 * page already, in the list of cited documents.
 */
import { element } from '../shared/dom.ts';

const text = document.querySelector<HTMLElement>('[data-notice-text]');
const card = element('div', { id: 'preview', role: 'tooltip', class: 'preview' });
card.hidden = true;

/** The titles of links, which are removed while the card is in use. */
const notes = new Map<HTMLElement, string>();
/** Milliseconds between leaving link or card and its closing: enough to move from one to the other. */
const GRACE_MS = 160;

let shown: HTMLAnchorElement | null = null;
/** The link that a finger has just touched, and whether its card was open by then. */
let touched: { link: HTMLAnchorElement; wasShown: boolean } | null = null;
let timer = 0;

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-cite]') : null;
}

function entryOf(id: string): HTMLElement[] {
  const entry = document.querySelector(`[data-cited="${id}"]`);
  if (!entry) return [];
  const title = entry.querySelector('a')?.textContent ?? '';
  const facts = Array.from(entry.querySelectorAll('[data-preview] > p'), (line) =>
    element('p', {}, line.textContent),
  );
  return [element('section', {}, element('p', { class: 'preview-title' }, title), ...facts)];
}

function open(link: HTMLAnchorElement, byTouch = false): void {
  clearTimeout(timer);
  if (shown === link && !byTouch) return;
  close();
  const entries = (link.dataset['cite'] ?? '').split(' ').flatMap(entryOf);
  if (entries.length === 0) return;
  card.replaceChildren(...entries);
  const note = notes.get(link) ?? '';
  if (note !== '') card.append(element('p', { class: 'preview-note' }, `本处：${note}`));
  if (byTouch) card.append(element('a', { href: link.href, class: 'link' }, '打开'));
  card.hidden = false;
  place(link);
  link.setAttribute('aria-describedby', card.id);
  shown = link;
}

function close(): void {
  clearTimeout(timer);
  card.hidden = true;
  shown?.removeAttribute('aria-describedby');
  shown = null;
}

function closeSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(close, GRACE_MS);
}

/** Below the link or, where there is no room, above it: never on it. */
function place(link: HTMLAnchorElement): void {
  const gap = 6;
  const edge = 12;
  const { top, bottom, left } = link.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = card;
  const above = bottom + gap + offsetHeight > clientHeight && top - gap - offsetHeight > 0;
  const y = above ? top - gap - offsetHeight : bottom + gap;
  const x = Math.max(edge, Math.min(left, clientWidth - offsetWidth - edge));
  card.style.top = `${y + scrollY}px`;
  card.style.left = `${x + scrollX}px`;
}

if (text) {
  // Inside a landmark, so that it is found by landmark navigation.
  (document.querySelector('main') ?? document.body).append(card);
  for (const link of Array.from(text.querySelectorAll<HTMLAnchorElement>('a[data-cite]'))) {
    notes.set(link, link.title);
    link.removeAttribute('title');
  }
  text.addEventListener('pointerover', (event) => {
    const link = linkAt(event.target);
    if (link && event.pointerType === 'mouse') open(link);
  });
  text.addEventListener('pointerout', (event) => {
    if (linkAt(event.target) && event.pointerType === 'mouse') closeSoon();
  });
  text.addEventListener('focusin', (event) => {
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible')) open(link);
  });
  text.addEventListener('focusout', closeSoon);
  card.addEventListener('pointerenter', () => {
    clearTimeout(timer);
  });
  card.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') closeSoon();
  });
  document.addEventListener('pointerdown', (event) => {
    const link = linkAt(event.target);
    touched = link && event.pointerType !== 'mouse' ? { link, wasShown: shown === link } : null;
    if (!link && !(event.target instanceof Node && card.contains(event.target))) close();
  });
  text.addEventListener('click', (event) => {
    const link = linkAt(event.target);
    if (!link || touched?.link !== link) return;
    if (!touched.wasShown) {
      event.preventDefault();
      open(link, true);
    }
    touched = null;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    close();
    // The notes of errata are CSS alone and close with the focus.
    if (
      document.activeElement instanceof HTMLElement &&
      document.activeElement.matches('[role=note]')
    ) {
      document.activeElement.blur();
    }
  });
}
