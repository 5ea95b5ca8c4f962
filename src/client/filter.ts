/**
 * The filter of a list of cards (notices, works): shows those that fit what is chosen, in the order that is chosen.
 * The choice is kept in the address, so that it can be sent, marked and come back to.
 */
import { containsAll, wordsOf } from '../search/match.ts';

type Control = HTMLSelectElement | HTMLInputElement;

const form = document.querySelector<HTMLFormElement>('form[data-filter]');
const cards = Array.from(
  document.querySelectorAll<HTMLElement>('[data-notice-card], [data-work-card]'),
);
const groups = Array.from(document.querySelectorAll<HTMLElement>('[data-group]'));
const count = document.querySelector<HTMLElement>('[data-filter-count]');
const controls = Array.from(form?.querySelectorAll<Control>('select[name], input[name]') ?? []);
/** As the file has them: the order of the first choice of `sort`. */
const order = new Map(cards.map((card, at) => [card, at]));

/** Sets the controls to what the address says; what it names and a list lacks stands for its first choice. */
function readAddress(): void {
  const asked = new URLSearchParams(location.search);
  for (const control of controls) {
    control.value = asked.get(control.name) ?? '';
    if (control instanceof HTMLSelectElement && control.selectedIndex === -1) control.value = '';
  }
}

function writeAddress(): void {
  const state = new URLSearchParams();
  for (const { name, value } of controls) if (value !== '') state.set(name, value);
  const query = state.toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
}

function fits(card: HTMLElement, { name, value }: Control): boolean {
  if (value === '' || name === 'sort') return true;
  if (name === 'q') return containsAll(card.textContent, wordsOf(value));
  return card.dataset[name] === value;
}

function sort(): void {
  const byTitle = controls.some(({ name, value }) => name === 'sort' && value === 'title');
  const compare = (one: HTMLElement, other: HTMLElement) =>
    byTitle
      ? (one.dataset['title'] ?? '').localeCompare(other.dataset['title'] ?? '', 'zh-CN')
      : (order.get(one) ?? 0) - (order.get(other) ?? 0);
  for (const list of new Set(cards.map((card) => card.parentElement))) {
    list?.append(...cards.filter((card) => card.parentElement === list).sort(compare));
  }
}

function apply(): void {
  for (const card of cards) card.hidden = !controls.every((control) => fits(card, control));
  for (const group of groups) {
    group.hidden = !cards.some((card) => !card.hidden && group.contains(card));
  }
  const shown = cards.filter((card) => !card.hidden).length;
  if (count) count.textContent = `${shown} / ${cards.length} ${form?.dataset['unit'] ?? ''}`;
}

if (form) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', () => {
    apply();
    writeAddress();
  });
  form.addEventListener('change', () => {
    sort();
    apply();
    writeAddress();
  });
  readAddress();
  sort();
  apply();
}
