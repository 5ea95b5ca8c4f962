/**
 * The filter of a list of cards (notices, works, messages): shows those that fit what is chosen, in the order that is chosen.
 * The choice is kept in the address, so that it can be sent, bookmarked and returned to.
 */
import { containsAll, queryWords } from '../../search/query/match.ts';

type Control = HTMLSelectElement | HTMLInputElement;

const form = document.querySelector<HTMLFormElement>('form[data-filter]');
const cards = Array.from(
  document.querySelectorAll<HTMLElement>(
    '[data-notice-card], [data-work-card], [data-message-card]',
  ),
);
const groups = Array.from(document.querySelectorAll<HTMLElement>('[data-group]'));
/** The same notices on the time line, by id. */
const entries = new Map(
  Array.from(document.querySelectorAll<HTMLElement>('[data-of]'), (entry) => [
    entry.dataset['of'],
    entry,
  ]),
);
const count = document.querySelector<HTMLElement>('[data-filter-count]');
const controls = Array.from(form?.querySelectorAll<Control>('select[name], input[name]') ?? []);
/** As the file has them: the order of the first choice of `sort`. */
const order = new Map(cards.map((card, at) => [card, at]));

/** Sets the controls to what the address says; a value that the list lacks selects its first choice. */
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

function fits(card: HTMLElement, { name, value }: Pick<Control, 'name' | 'value'>): boolean {
  if (value === '' || name === 'sort') return true;
  if (name === 'q') return containsAll(card.textContent, queryWords(value));
  if (name === 'work') return (card.dataset['work'] ?? '').split(' ').includes(value);
  return card.dataset[name] === value;
}

/** Shows behind each choice how many cards it would leave, the other choices unchanged. */
function countChoices(list: HTMLSelectElement): void {
  const others = controls.filter((control) => control !== list);
  const left = cards.filter((card) => others.every((control) => fits(card, control)));
  for (const option of Array.from(list.options)) {
    const name = option.dataset['name'];
    if (name === undefined) continue;
    const { length } = left.filter((card) => fits(card, { name: list.name, value: option.value }));
    option.text = `${name}（${length}）`;
    option.disabled = length === 0 && option.value !== list.value;
  }
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
  for (const card of cards) {
    card.hidden = !controls.every((control) => fits(card, control));
    const entry = entries.get(card.dataset['noticeCard']);
    if (entry) entry.hidden = card.hidden;
  }
  for (const control of controls) if (control instanceof HTMLSelectElement) countChoices(control);
  for (const group of groups) {
    group.hidden = !cards.some((card) => !card.hidden && group.contains(card));
  }
  const shown = cards.filter((card) => !card.hidden).length;
  if (count) count.textContent = `${shown} / ${cards.length} ${form?.dataset['unit'] ?? ''}`;
}

if (form) {
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
