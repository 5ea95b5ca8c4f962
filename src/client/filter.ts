/**
 * The filter of the home page: shows the cards of one city and year. The choice is kept in the address, so that it
 * can be sent, marked and come back to.
 */

const form = document.querySelector<HTMLFormElement>('form[data-filter]');
const cards = Array.from(document.querySelectorAll<HTMLElement>('[data-notice-card]'));
const count = document.querySelector<HTMLElement>('[data-filter-count]');
const names = ['city', 'year'];

function chosen(name: string): HTMLSelectElement | undefined {
  return form?.querySelector<HTMLSelectElement>(`select[name=${name}]`) ?? undefined;
}

/** Sets the lists to what the address says; what it names and the archive lacks stands for “all”. */
function readAddress(): void {
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    const list = chosen(name);
    if (!list) continue;
    list.value = asked.get(name) ?? '';
    if (list.selectedIndex === -1) list.value = '';
  }
}

function writeAddress(): void {
  const state = new URLSearchParams();
  for (const name of names) {
    const value = chosen(name)?.value ?? '';
    if (value !== '') state.set(name, value);
  }
  const query = state.toString();
  history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
}

function apply(): void {
  for (const card of cards) {
    card.hidden = names.some((name) => {
      const value = chosen(name)?.value ?? '';
      return value !== '' && card.dataset[name] !== value;
    });
  }
  const shown = cards.filter((card) => !card.hidden).length;
  if (count) count.textContent = `${shown} / ${cards.length} 件`;
}

if (form) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('change', () => {
    apply();
    writeAddress();
  });
  readAddress();
  apply();
}
