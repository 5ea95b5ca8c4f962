/**
 * The menu of a clause: its actions. Opens from the sign beside the clause by mouse, finger, Enter or
 * Space; the keys are those of a menu (WAI-ARIA Authoring Practices, “Menu Button”). The sign stays a link for those who
 * open links in their own way, and for pages without script.
 */
import { element } from '../shared/dom.ts';
import { clauseHere } from './reference-here.ts';
import { CLAUSE_ACTIONS } from './clause-actions.ts';
import type { ClausePlace } from './clause-place.ts';

const text = document.querySelector<HTMLElement>('[data-notice-text]');
const item = { role: 'menuitem', tabindex: '-1' };
const buttons = CLAUSE_ACTIONS.map(({ name }) =>
  element('button', { type: 'button', ...item }, name),
);
/** Leads to the lines of the seed. */
const toSource = element('a', item);
const items: HTMLElement[] = [...buttons, toSource];
const menu = element('div', { role: 'menu', class: 'clause-menu', 'data-added': '' }, ...items);

/** The sign whose menu is open. */
let sign: HTMLElement | null = null;

/** The clause of a sign; null when the element is no sign of a clause. */
function placeOf(of: HTMLElement): ClausePlace | null {
  const clause = of.parentElement;
  const reference = clause && clauseHere(clause.id, of.dataset['part'] ?? '');
  return clause && reference && { reference, clause: { id: clause.id, element: clause } };
}

function open(at: HTMLElement): void {
  close();
  sign = at;
  at.setAttribute('aria-expanded', 'true');
  menu.setAttribute('aria-label', at.dataset['part'] ?? '');
  const { lines = '' } = at.dataset;
  toSource.textContent = lines === '' ? '查看原文' : `查看原文第 ${lines} 行`;
  toSource.href = `${text?.dataset['source'] ?? ''}#L${lines.replace(/\D.*/, '')}`;
  at.after(menu);
  menu.classList.toggle('above', isCut());
  items[0]?.focus();
}

/** Whether the menu ends below the window and there is room above the sign. */
function isCut(): boolean {
  menu.classList.remove('above');
  const { top, bottom, height } = menu.getBoundingClientRect();
  return bottom > innerHeight && top > height;
}

function close(): void {
  sign?.setAttribute('aria-expanded', 'false');
  sign = null;
  menu.remove();
}

function closeToSign(): void {
  const back = sign;
  close();
  back?.focus();
}

function choose(at: number): void {
  const place = sign && placeOf(sign);
  closeToSign();
  if (place) CLAUSE_ACTIONS[at]?.take(place);
}

function move(by: number): void {
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  items[(at + by + items.length) % items.length]?.focus();
}

const keys: Record<string, () => void> = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Home: () => items[0]?.focus(),
  End: () => items[items.length - 1]?.focus(),
  Escape: closeToSign,
  Tab: closeToSign,
  // Space does not activate links
  ' ': () => (document.activeElement as HTMLElement).click(),
};

if (text) {
  for (const each of Array.from(text.querySelectorAll<HTMLElement>('.link-sign'))) {
    each.setAttribute('role', 'button');
    each.setAttribute('aria-haspopup', 'menu');
    each.setAttribute('aria-expanded', 'false');
  }
  text.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const at = buttons.findIndex((button) => button === target);
    if (at >= 0) choose(at);
    if (target === toSource) close();
    const clicked = target?.closest<HTMLElement>('.link-sign');
    // With a modifier key the browser's own link behaviour is wanted.
    if (!clicked || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (clicked === sign) closeToSign();
    else open(clicked);
  });
  text.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (menu.contains(target as Node)) {
      const act = keys[key];
      if (!act) return;
      if (key !== 'Tab') event.preventDefault();
      act();
    } else if ((key === ' ' || key === 'ArrowDown') && isSign(target)) {
      event.preventDefault();
      open(target);
    }
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (sign && target instanceof Node && !menu.contains(target) && !sign.contains(target)) close();
  });
}

function isSign(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.classList.contains('link-sign');
}
