import { containsAll, wordsOf } from '../search/match.ts';
import { readingsOf } from '../search/notice-text.ts';
import { type WorkText } from '../search/work-text.ts';
import { candidatesFor } from './candidates.ts';
import { element } from './dom.ts';
import { type Found, resultOf, workListOf } from './results.ts';
import { loadTexts, loadWorks } from './text-store.ts';

/**
 * The search page: reads `?q=`, shows every clause that holds all its words in `#results`, and says in `#status` how
 * it stands. `&all=1` shows all hits; without it a long list ends early and offers the rest.
 */

/** Hits shown without `all=1`; more make a page that is slow to lay out and that nobody reads to its end. */
const firstHits = 100;

const page = {
  results: one('#results'),
  status: one('#status'),
  contents: one('#contents'),
  box: one('input[name=q]') as HTMLInputElement,
};

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

async function answer(query: string, all: boolean): Promise<void> {
  const words = wordsOf(query);
  page.box.value = query;
  if (words.length === 0) {
    announce('done', '请输入要查的字词。以空格隔开的字词，须同在一条之内。', 0);
    return;
  }
  page.contents.hidden = true;
  announce('loading', '正在检索……');
  const [found, works] = await Promise.all([find(words), findWorks(words)]);
  const total = count(found);
  const shown = all ? found : firstOf(found);
  page.results.append(...shown.map((each) => resultOf(each, words)));
  if (count(shown) < total) page.results.append(rest(query, total));
  if (works.length > 0) page.results.append(workListOf(works, words));
  announce(
    'done',
    total === 0
      ? '没有一条同时含有所查字词。可减少字词，或换一种说法。'
      : `共 ${total} 条，见于 ${found.length} 件公文。`,
    total,
  );
  if (works.length > 0) {
    page.status.append(element('a', { href: '#works' }, `文件库另有 ${works.length} 份`));
  }
}

async function find(words: string[]): Promise<Found[]> {
  const items = Array.from(page.contents.querySelectorAll<HTMLElement>('[data-notice]'));
  const ids = items.map((item) => item.dataset['notice'] ?? '');
  const texts = await loadTexts(await candidatesFor(words, ids));
  return texts
    .map((notice) => ({
      notice,
      hits: notice.nodes.filter((node) =>
        readingsOf(node).some((text) => containsAll(text, words)),
      ),
    }))
    .filter(({ hits }) => hits.length > 0);
}

/** The works that hold all words in one place: in what is said of the work, or in the heading of a section. */
async function findWorks(words: string[]): Promise<WorkText[]> {
  const works = await loadWorks();
  return works.flatMap((work) => {
    const parts = work.parts.filter(({ text }) => containsAll(text, words));
    return parts.length > 0 ? [{ ...work, parts }] : [];
  });
}

function count(found: Found[]): number {
  return found.reduce((sum, { hits }) => sum + hits.length, 0);
}

function firstOf(found: Found[]): Found[] {
  let left = firstHits;
  return found.flatMap(({ notice, hits }) => {
    const some = hits.slice(0, left);
    left -= some.length;
    return some.length > 0 ? [{ notice, hits: some }] : [];
  });
}

function rest(query: string, total: number): HTMLElement {
  const address = `search.html?${new URLSearchParams({ q: query, all: '1' }).toString()}`;
  return element('p', {}, element('a', { href: address }, `显示全部 ${total} 条`));
}

function announce(state: 'loading' | 'done' | 'error', words: string, total?: number): void {
  page.status.textContent = words;
  page.results.dataset['state'] = state;
  if (total !== undefined) page.results.dataset['total'] = String(total);
}

const asked = new URLSearchParams(location.search);
answer(asked.get('q') ?? '', asked.get('all') === '1').catch(() => {
  page.contents.hidden = false;
  announce('error', '检索所需的文件缺失或已损坏，请按下列目录查阅。');
});
