/** From clause to clause: `j`, `k` and two buttons; `c` copies the address of the clause being read. */
import { clauseAt, clauses } from './clause-at.ts';
import { element } from '../shared/dom.ts';
import { onKeys } from '../shared/keys.ts';
import { clauseHere, noticeHere } from './reference-here.ts';
import { put } from './clause-actions.ts';
import { linkOf } from './clause-place.ts';

/**
 * Goes to the next or the previous clause. Its address replaces the one before, so that Back leads out
 * of the notice and not through every clause; the focus goes to its sign, which says its name and opens its menu.
 */
function step(by: 1 | -1): void {
  const here = clauseAt();
  const to = clauses[(here ? clauses.indexOf(here) : -1) + by];
  if (!to) return;
  location.replace(`#${to.id}`);
  signOf(to)?.focus({ preventScroll: true });
}

function signOf(clause: HTMLElement): HTMLElement | null {
  return clause.querySelector<HTMLElement>('.link-sign');
}

function copyLink(): void {
  const here = clauseAt();
  const reference = here ? clauseHere(here.id, signOf(here)?.dataset['part'] ?? '') : noticeHere();
  const clause = here && { id: here.id, element: here };
  if (reference) put(linkOf({ reference, clause }), '链接');
}

/** The buttons 上一条, 下一条. */
export function stepButtons(): HTMLElement[] {
  return (
    [
      ['上一条', 'k', -1],
      ['下一条', 'j', 1],
    ] as const
  ).map(([name, key, by]) => {
    const button = element('button', { type: 'button', 'aria-keyshortcuts': key }, name);
    button.title = `${name}（${key}）`;
    button.addEventListener('click', () => step(by));
    return button;
  });
}

onKeys({ j: () => step(1), k: () => step(-1), c: copyLink });
