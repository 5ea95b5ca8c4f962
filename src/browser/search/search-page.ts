import { parseQuery } from '../../search/query/query.ts';
import { openArchive } from './run-query.ts';
import { resolveNumber, askedNumber, type Unresolved } from '../arrival/resolve-number.ts';
import { findingsFor } from './findings.ts';
import { readAddress, WHOLE_ARCHIVE, writeAddress } from './search-address.ts';
import { announce, showContents, showFailure, showFindings } from './search-status.ts';

/** Milliseconds without a key before the query is asked. */
const PAUSE_MS = 150;

/**
 * Runs the search page: shows every clause that holds all words of `?q=` in `#results`, and says in `#status` how it
 * stands. `&all=1` shows all hits; without it a long list ends early and offers the rest.
 */
export function startSearchPage(results: HTMLElement): void {
  const page = { results, status: one('#status') };
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
    announce(page, 'loading', '正在检索……');
    const archive = await openArchive();
    const query = parseQuery(state.q, archive.folder);
    const findings = query.words.length > 0 ? await findingsFor(archive, query, state) : null;
    if (mine !== latest) return;
    const help = arrived?.query === state.q ? [arrived.help] : [];
    if (findings) showFindings(page, findings, state, help, change);
    else showContents(page);
  }

  function run(): void {
    clearTimeout(timer);
    show().catch(fail);
  }

  function fail(): void {
    latest += 1;
    showFailure(page);
  }

  /** Writes what changed into the address, as a step one can come back from, and answers anew. */
  function change(changed: Record<string, string>): void {
    writeAddress(changed, 'push');
    run();
  }

  /** `?no=…`: goes straight to what is meant, else says what may be meant and searches for it. */
  async function arrive(asked: string): Promise<void> {
    announce(page, 'loading', `正在查找 ${asked} ……`);
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

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
