import { runScript } from '../shared/run-script.ts';

/**
 * The fragment of the address: a right one is brought into view, also out of a closed list; a clause written as people
 * write it (`#二（三）13`, `#S2-3`) is found; of a wrong one the page says what comes nearest.
 */

const text = document.querySelector<HTMLElement>('[data-notice-text]');
const sheet = text?.parentElement;
/** A longer fragment is cut: it is no anchor. */
const LONGEST = 200;

/** The fragment without its sign, decoded as far as it can be. */
function fragment(): string {
  const raw = location.hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function resolveFragment(): void {
  const asked = fragment();
  const target = document.getElementById(asked) ?? document.getElementById(location.hash.slice(1));
  if (target || asked === '' || asked.toLowerCase() === 'top') {
    document.querySelector('[data-wrong-anchor]')?.remove();
    if (target) reveal(target);
  } else if (sheet) {
    findClause(asked.slice(0, LONGEST), sheet);
  }
}

/** Chromium 90 does not open a closed list for what is in it. */
function reveal(target: HTMLElement): void {
  let closed = target.closest('details:not([open])');
  if (!closed) return;
  for (; closed; closed = closed.parentElement?.closest('details:not([open])') ?? null) {
    closed.setAttribute('open', '');
  }
  target.scrollIntoView();
}

/** The script that finds clauses is loaded only for wrong addresses: most are right. */
function findClause(asked: string, sheet: HTMLElement): void {
  runScript(sheet.dataset['lookForScript'] ?? '').then(
    () => window.wenhaoLookFor?.(asked, sheet),
    // If it cannot be loaded, the page stays at its top.
    () => undefined,
  );
}

if (sheet) {
  // The contents list of the notice has no address of its own in the file.
  document.querySelector('[data-contents]')?.setAttribute('id', 'contents');
  resolveFragment();
  window.addEventListener('hashchange', resolveFragment);
}
