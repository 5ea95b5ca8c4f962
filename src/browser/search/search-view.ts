import { byDate, chosen, countHits } from '../../search/query/facets.ts';
import type { WorkText } from '../../search/query/work-text.ts';
import type { QueryResult } from './run-query.ts';
import { element } from '../shared/dom.ts';
import { facetsOf } from './facet-controls.ts';
import {
  firstHits,
  linkListOf,
  type Marking,
  nearListOf,
  resultOf,
  titleListOf,
  workListOf,
} from './results.ts';
import type { State } from './search-address.ts';

/** Hits shown without `all=1`; more make a page that is slow to lay out and that nobody reads to its end. */
const PAGE_SIZE = 100;
/** Titles shown above the hits: more would hide them. */
const MOST_TITLES = 5;

/** All that answers a query. */
export interface Findings {
  answer: QueryResult;
  /** Works that hold the words. */
  works: readonly WorkText[];
  /** Titles of all works, by id. */
  titles: ReadonlyMap<string, string>;
  jumps: readonly HTMLElement[];
  suggestions: readonly HTMLElement[];
  /** Notices that are like a query without hits. */
  similar: readonly HTMLElement[];
  marking: Marking;
}

/**
 * Draws the findings: direct links, suggestions, facets, hits by notice, notices that are near, works.
 *
 * @param change told what of the address a reader wants changed
 * @returns the numbers of clauses and notices that fit the facets
 */
export function draw(
  results: HTMLElement,
  state: State,
  findings: Findings,
  change: (changed: Record<string, string>) => void,
): { clauses: number; notices: number } {
  const { answer, works, titles, jumps, suggestions, similar, marking } = findings;
  const { found, near, titled, unread } = answer;
  const fitting = chosen(found, state);
  const ordered = state.sort === 'date' ? byDate(fitting) : fitting;
  const clauses = countHits(ordered);
  const list = element('div', {});
  const fill = (most: number): void => {
    list.replaceChildren(...firstHits(ordered, most).map((each) => resultOf(each, marking)));
    if (clauses <= most) return;
    const more = () => {
      fill(most + PAGE_SIZE);
      // The button was removed: focus what took its place.
      list.querySelectorAll<HTMLElement>('[data-hit] > a')[most]?.focus();
    };
    list.append(button('更多', more));
  };
  fill(state.all ? Infinity : PAGE_SIZE);

  const active = document.activeElement;
  const chose = active instanceof HTMLSelectElement && results.contains(active) ? active.name : '';
  results.replaceChildren(
    ...jumps,
    ...(titled.length > 0 ? [titleListOf(titled.slice(0, MOST_TITLES))] : []),
    ...(suggestions.length > 0 ? [suggestionLine(suggestions)] : []),
    ...(similar.length > 0 ? [linkListOf('拆开字词来看，相近的公文：', similar)] : []),
    ...(found.length > 0 ? [facetsOf(found, state, titles, change)] : []),
    list,
    ...(unread > 0 ? [button('查完全部公文', () => change({ all: '1' }))] : []),
    ...(near.length > 0 ? [nearListOf(near, marking)] : []),
    ...(works.length > 0 ? [workListOf(works, marking)] : []),
  );
  if (chose !== '') results.querySelector<HTMLElement>(`select[name=${chose}]`)?.focus();
  return { clauses, notices: ordered.length };
}

function suggestionLine(links: readonly HTMLElement[]): HTMLElement {
  const parted = links.flatMap((link) => [link, ' ']);
  return element('p', { class: 'suggestions' }, '可以试试：', ...parted);
}

function button(words: string, act: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'more' }, words);
  made.addEventListener('click', act);
  return made;
}
