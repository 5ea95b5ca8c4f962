import type { Page } from 'playwright-core';

/** Questions of every kind that search knows. */
const QUESTIONS = [
  '知识产权',
  '质押融资',
  '专利导航',
  // one character, many hits and few
  '权',
  '侵',
  // words that must stand together, need not, must not
  '"质押 融资"',
  '质押 融资',
  '质押 -融资',
  // in one notice, and in no one clause
  '质押融资 宣传周',
  // another width, another script, other marks
  'ＩＰ',
  '知識產權',
  '“十四五”规划',
  '2023年',
  // a document, a clause, a standard by their numbers
  '济管市监〔2023〕17号',
  '2023 17号',
  '济源 二（三）13',
  '豫发2022 31',
  'GB/T 39550',
  // titles and works
  '知识产权工作要点的通知',
  '纲要',
  // one character off; nowhere
  '质压融资',
  '没有这个词',
  '。，；',
];

/** What the search page shows for a question, in its order. */
export interface SearchAnswer {
  question: string;
  state: string | undefined;
  total: string | undefined;
  hits: string[];
  near: string[];
  titles: string[];
  works: string[];
  jumps: string[];
  suggestions: string[];
}

/** Asks the search page every question, one after the other, and takes down what it shows. */
export async function askAll(page: Page, base: string): Promise<SearchAnswer[]> {
  await page.goto(`${base}search.html`);
  return page.evaluate(answers, QUESTIONS);
}

/** Runs in the page. */
async function answers(questions: string[]): Promise<SearchAnswer[]> {
  const results = document.querySelector<HTMLElement>('#results')!;
  const all = (name: string) =>
    Array.from(results.querySelectorAll(`[${name}]`), (one) => one.getAttribute(name) ?? '');
  const found: SearchAnswer[] = [];
  for (const question of questions) {
    // As if one had come back to an address: the page answers what the address asks.
    history.pushState(null, '', `?${new URLSearchParams({ q: question, all: '1' }).toString()}`);
    dispatchEvent(new PopStateEvent('popstate'));
    while (results.dataset['state'] === 'loading') {
      await new Promise((done) => setTimeout(done, 5));
    }
    found.push({
      question,
      state: results.dataset['state'],
      total: results.dataset['total'],
      hits: all('data-hit'),
      near: all('data-near-hit'),
      titles: all('data-title-hit'),
      works: all('data-work-hit'),
      jumps: all('data-go'),
      suggestions: all('data-suggestion'),
    });
  }
  return found;
}
