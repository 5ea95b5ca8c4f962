import { type Choice, countsOf, type Facet, FACETS } from '../../search/query/facets.ts';
import type { MatchedClauses } from '../../search/query/match-clauses.ts';
import { element } from '../shared/dom.ts';

const FACET_NAMES: Record<Facet, string> = {
  city: '地区',
  year: '年份',
  kind: '文种',
  work: '所引文件',
};

/**
 * The lists by which hits are narrowed down and ordered, each choice with the number of hits it would leave.
 *
 * @param titles of works, by id
 * @param change told what was chosen, by its name in the address
 */
export function facetsOf(
  found: readonly MatchedClauses[],
  choice: Choice & { sort: string },
  titles: ReadonlyMap<string, string>,
  change: (changed: Record<string, string>) => void,
): HTMLElement {
  const lists = FACETS.map((facet) => {
    const counts = countsOf(facet, found, choice);
    const options = counts.map(([value, count]) => ({
      value,
      text: `${facet === 'work' ? (titles.get(value) ?? value) : value}（${count}）`,
    }));
    return listOf(
      FACET_NAMES[facet],
      facet,
      [{ value: '', text: '全部' }, ...options],
      choice[facet],
    );
  });
  const orders = [
    { value: '', text: '相关' },
    { value: 'date', text: '日期' },
  ];
  const controls = element(
    'div',
    { class: 'filter facets' },
    ...lists,
    listOf('排序', 'sort', orders, choice.sort),
  );
  controls.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) change({ [target.name]: target.value });
  });
  return controls;
}

function listOf(
  label: string,
  name: string,
  options: { value: string; text: string }[],
  value: string,
): HTMLElement {
  const list = element(
    'select',
    { name },
    ...options.map((option) => element('option', { value: option.value }, option.text)),
  );
  list.value = value;
  return element('label', {}, label, list);
}
