/** How the search stands: in the words of `#status`, and as data for styles and tests. */
import { element } from '../shared/dom.ts';
import { draw, type Findings } from './search-view.ts';
import type { State } from './search-address.ts';
import { DAMAGED, resultSummary } from './wording.ts';

/** The parts of the search page that tell of an answer. */
export interface SearchStatus {
  status: HTMLElement;
  results: HTMLElement;
}

/** @param total hits, once they are counted */
export function announce(
  { status, results }: SearchStatus,
  state: 'loading' | 'done' | 'error',
  words: string,
  total?: number,
): void {
  status.textContent = words;
  results.dataset['state'] = state;
  if (total === undefined) delete results.dataset['total'];
  else results.dataset['total'] = String(total);
}

/** Nothing was asked: the contents of the archive stand there. */
export function showContents(page: SearchStatus): void {
  offerContents(true);
  page.results.replaceChildren();
  announce(page, 'done', '请输入字词，多个词用空格隔开。', 0);
}

/** The files of the search cannot be read. */
export function showFailure(page: SearchStatus): void {
  page.results.replaceChildren();
  offerContents(true);
  announce(page, 'error', DAMAGED);
}

/**
 * Shows an answer and says how many hits it has.
 * @param help what is said of the number that the address came with
 * @param change asks anew with what a reader changed
 */
export function showFindings(
  page: SearchStatus,
  findings: Findings,
  state: State,
  help: Findings['jumps'],
  change: (changed: Record<string, string>) => void,
): void {
  offerContents(false);
  const shown = { ...findings, jumps: [...help, ...findings.jumps] };
  const { clauses, notices } = draw(page.results, state, shown, change);
  const { near, unread } = findings.answer;
  const jumps = findings.jumps.length;
  const summary = resultSummary({ clauses, notices, near: near.length, unread, jumps });
  announce(page, 'done', summary, clauses);
  if (findings.works.length === 0) return;
  const words = `文件库另有 ${findings.works.length} 份`;
  page.status.append(' ', element('a', { href: '#works' }, words));
}

/** Until there is an answer, its placeholder is chosen by the address (`boot.ts`). */
function offerContents(offered: boolean): void {
  document.documentElement.classList.toggle('asked', !offered);
}
