/** Which clause is being read: the one that was gone to or, when the reader has scrolled since, the one at the top of the window. */

/** The reading position. */
export interface Progress {
  /** null before the first clause. */
  clause: HTMLElement | null;
  /** Of the text, 0 to 1. */
  share: number;
  /** The window shows neither the beginning nor the end of the text. */
  isAmid: boolean;
}

const text = document.querySelector<HTMLElement>('[data-notice-text]');
/** All numbered units of the notice, in reading order. */
export const clauses = Array.from(text?.querySelectorAll<HTMLElement>('.clause[id]') ?? []);

const listeners: ((progress: Progress) => void)[] = [];
let gone: { to: HTMLElement; scroll: number } | null = null;
let frame = 0;

/** The clause being read; null before the first one. */
export function clauseAt(): HTMLElement | null {
  return gone?.scroll === scrollY ? gone.to : clauseAtTop();
}

/** @param listener called now, and once a frame when the reader moves; it may write to the page */
export function onProgress(listener: (progress: Progress) => void): void {
  listeners.push(listener);
  notifySoon();
}

/** Positions are measured when needed, by binary search: nothing is stored that fonts, folds or the window could change. */
function clauseAtTop(): HTMLElement | null {
  const line = readingLine();
  let from = 0;
  let to = clauses.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((clauses[middle]?.getBoundingClientRect().top ?? 0) <= line) from = middle + 1;
    else to = middle;
  }
  return clauses[from - 1] ?? null;
}

/**
 * Near the top, a little below where a link puts its target. On the last lines of the page it comes down: what stands
 * there cannot reach the top.
 */
function readingLine(): number {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  const behind = Math.min(scrollY, innerHeight);
  return 56 + (innerHeight - 56) * (behind / (behind + left) || 0) ** 8;
}

function tell(): void {
  frame = 0;
  const { top, bottom, height } = text?.getBoundingClientRect() ?? new DOMRect();
  const progress = {
    clause: clauseAt(),
    share: Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight))),
    isAmid: top < innerHeight / 2 && bottom > innerHeight,
  };
  for (const listener of listeners) listener(progress);
}

function notifySoon(): void {
  frame ||= requestAnimationFrame(tell);
}

function goneTo(target: Element | null): void {
  const to = target?.closest<HTMLElement>('.clause[id]');
  gone = to ? { to, scroll: scrollY } : null;
  notifySoon();
}

text?.addEventListener('focusin', ({ target }) => goneTo(target as Element));
for (const arrival of ['load', 'hashchange']) {
  window.addEventListener(arrival, () => {
    const target = document.getElementById(location.hash.slice(1));
    const top = target?.getBoundingClientRect().top ?? -1;
    // A reloaded page keeps its scroll position.
    if (top >= 0 && top < innerHeight) goneTo(target);
  });
}
window.addEventListener('scroll', notifySoon, { passive: true });
if (text) new ResizeObserver(notifySoon).observe(text);
