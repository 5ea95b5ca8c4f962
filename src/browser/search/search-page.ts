import { parseQuery, type Query } from '../../search/query/query.ts';
import { type SearchArchive, runQuery, openArchive } from './run-query.ts';
import { resolveNumber, askedNumber, type Unresolved } from '../arrival/resolve-number.ts';
import { element } from '../shared/dom.ts';
import { directLinksFor } from './direct-links.ts';
import { readAddress, type State, WHOLE_ARCHIVE, writeAddress } from './search-address.ts';
import { loadWorks } from './search-files.ts';
import { draw, type Findings } from './search-view.ts';
import { similarTo } from './similar.ts';
import { suggestionsFor } from './suggestions.ts';
import { arrivalFor, DAMAGED, resultSummary } from './wording.ts';
import { worksWith } from './works-found.ts';

/** Hits that are enough to stop reading parts of a large archive. */
const ENOUGH = 10;
/** Milliseconds without a key before the query is asked. */
const PAUSE_MS = 150;

/**
 * Runs the search page: shows every clause that holds all words of `?q=` in `#results`, and says in `#status` how it
 * stands. `&all=1` shows all hits; without it a long list ends early and offers the rest.
 */
export function startSearchPage(results: HTMLElement): void {
  const status = one('#status');
  const box = one('input[name=q]') as HTMLInputElement;
  /** Counts the queries: the answer to an older one is dropped. */
  let latest = 0;
  let timer = 0;
  /** What is said of the number that the address came with. */
  let arrived: Unresolved | null = null;

  /** Answers what the address asks. */
  async function show(): Promise<void> {
    const mine = (latest += 1);
    const state = readAddress();
    if (document.activeElement !== box) box.value = state.q;
    announce('loading', '正在检索……');
    const archive = await openArchive();
    const query = parseQuery(state.q, archive.folder);
    const findings = query.words.length > 0 ? await findingsFor(archive, query, state) : null;
    if (mine !== latest) return;
    offerContents(findings === null);
    if (!findings) {
      results.replaceChildren();
      announce('done', '请输入字词，多个词用空格隔开。', 0);
      return;
    }
    const help = arrived?.query === state.q ? [arrived.help] : [];
    const shown = { ...findings, jumps: [...help, ...findings.jumps] };
    const { clauses, notices } = draw(results, state, shown, change);
    const { near, unread } = findings.answer;
    const jumps = findings.jumps.length;
    announce(
      'done',
      resultSummary({ clauses, notices, near: near.length, unread, jumps }),
      clauses,
    );
    if (findings.works.length > 0) {
      status.append(
        ' ',
        element('a', { href: '#works' }, `文件库另有 ${findings.works.length} 份`),
      );
    }
  }

  function announce(state: 'loading' | 'done' | 'error', words: string, total?: number): void {
    status.textContent = words;
    results.dataset['state'] = state;
    if (total === undefined) delete results.dataset['total'];
    else results.dataset['total'] = String(total);
  }

  function run(): void {
    clearTimeout(timer);
    show().catch(fail);
  }

  function fail(): void {
    latest += 1;
    results.replaceChildren();
    offerContents(true);
    announce('error', DAMAGED);
  }

  /** Until there is an answer, its placeholder is chosen by the address (`boot.ts`). */
  function offerContents(offered: boolean): void {
    document.documentElement.classList.toggle('asked', !offered);
  }

  /** Writes what changed into the address, as a step one can come back from, and answers anew. */
  function change(changed: Record<string, string>): void {
    writeAddress(changed, 'push');
    run();
  }

  /** `?no=…`: goes straight to what is meant, else says what may be meant and searches for it. */
  async function arrive(asked: string): Promise<void> {
    announce('loading', `正在查找 ${asked} ……`);
    arrived = await resolveNumber(asked);
    if (arrived === null) return;
    document.documentElement.classList.remove('arriving');
    writeAddress({ no: '', q: arrived.query }, 'replace');
    run();
  }

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // Going back leads past the letters, not through them.
      writeAddress({ ...WHOLE_ARCHIVE, q: box.value }, 'replace');
      run();
    }, PAUSE_MS);
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ ...WHOLE_ARCHIVE, q: box.value });
  });
  window.addEventListener('popstate', () => {
    box.value = readAddress().q;
    run();
  });
  const asked = askedNumber();
  if (asked === '') run();
  else arrive(asked).catch(fail);
}

async function findingsFor(
  archive: SearchArchive,
  query: Query,
  { q, all }: State,
): Promise<Findings> {
  const [found, works, jumps] = await Promise.all([
    runQuery(archive, query, all ? Infinity : ENOUGH),
    loadWorks(),
    directLinksFor(q),
  ]);
  const isNothing =
    found.unread === 0 && [found.found, found.titled, jumps].every((some) => some.length === 0);
  return {
    answer: found,
    works: worksWith(works, query, archive.folder),
    titles: new Map(works.map(({ id, name }) => [id, name])),
    jumps,
    suggestions: isNothing ? await suggestionsFor(archive, query) : [],
    similar: isNothing ? await similarTo(query.words) : [],
    marking: { words: query.words, folder: archive.folder, arrival: arrivalFor(query.words) },
  };
}

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
