import { type Choice, type Facet, FACETS } from '../../search/query/facets.ts';

/** The state in the address of the search page. */
export interface State extends Choice {
  q: string;
  /** `date`, or anything else for relevance. */
  sort: string;
  /** Show every hit. */
  all: boolean;
}

/** A new query searches the whole archive. */
export const WHOLE_ARCHIVE = { all: '', city: '', year: '', kind: '', work: '' };

export function readAddress(): State {
  const asked = new URLSearchParams(location.search);
  const choice = Object.fromEntries(FACETS.map((facet) => [facet, asked.get(facet) ?? '']));
  return {
    ...(choice as Record<Facet, string>),
    q: asked.get('q') ?? '',
    sort: asked.get('sort') ?? '',
    all: asked.get('all') === '1',
  };
}

/**
 * Writes what changed into the address.
 *
 * @param how `push` for a step one can come back from
 */
export function writeAddress(changed: Record<string, string>, how: 'push' | 'replace'): void {
  const state = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changed)) {
    if (value === '') state.delete(name);
    else state.set(name, value);
  }
  history[`${how}State`](null, '', `?${state.toString()}`);
}
