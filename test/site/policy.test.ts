import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { elementsOf, filesIn, readPage, elementText } from '../../src/publish/verify/html.ts';
import { policyProblems } from '../support/page-policy.ts';
import { dist } from '../support/places.ts';

const files = await filesIn(dist);
const pages = await Promise.all(
  files.filter((path) => path.endsWith('.html')).map((path) => readPage(dist, path)),
);

/** A page that is as it should be, but for one thing. */
const POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'self'";
const withPolicy = (policy: string, body = '') =>
  policyProblems({
    path: 'x.html',
    document: parse(
      `<!doctype html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body>${body}`,
    ),
  });

test.each([
  ['unsafe-inline', `${POLICY}; style-src 'unsafe-inline'`, '', /allows 'unsafe-inline'/u],
  ['another host', `${POLICY}; img-src https://a.cn`, '', /allows https/u],
  ['everything', POLICY.replace("'none'", '*'), '', /default-src is not/u],
  ['inline code', POLICY, '<script>x()</script>', /digests of script-src/u],
  ['a digest of nothing', POLICY.replace("'self'", `'sha256-${'A'.repeat(43)}='`), '', /digests/u],
  ['a handler', POLICY, '<p onclick="x()">', /<p> has onclick/u],
  ['a style', POLICY, '<p style="color:red">', /<p> has style/u],
  ['code as an address', POLICY, '<a href=" java\nscript:x()">', /leads to javascript:/u],
  ['data as an address', POLICY, '<a href="data:text/html,x">', /leads to data:/u],
  ['a frame', POLICY, '<iframe></iframe>', /has <iframe>/u],
  ['a window', POLICY, '<a target="_blank" href="a.html">', /opens a window/u],
  ['a bare way out', POLICY, '<a href="//a.cn">站外</a>', /lacks rel/u],
  ['a hidden way out', POLICY, '<a rel="noopener noreferrer" href="http://a.cn">', /not marked/u],
])('%s is found', (_, policy, body, problem) => {
  expect(withPolicy(POLICY)).toEqual([]);
  expect(withPolicy(policy, body).join()).toMatch(problem);
});

/** What makes text into code or elements. */
const MAKERS =
  /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\.(?:innerHTML|outerHTML|srcdoc)\b|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b|\bDOMParser\b|\bdocument\.write|\bset(?:Timeout|Interval)\s*\(\s*["'`]/u;

test('every page keeps a strict policy, which it does not need', () => {
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) expect(policyProblems(page), page.path).toEqual([]);
});

test('no page tells another site where its reader comes from', () => {
  for (const { path, document } of pages.filter(({ path }) => path !== '404.html')) {
    const names = [...elementsOf(document)].map(({ attrs }) =>
      attrs.map(({ name, value }) => `${name}=${value}`).join(' '),
    );
    expect(names, path).toContain('name=referrer content=no-referrer');
  }
});

test('no script of the site makes elements or code of text', () => {
  // Pagefind’s own script is no work of ours; its results are never taken as HTML (src/browser/search/similar.ts).
  const scripts = files.filter((path) => /^assets\/.*\.js$/u.test(path));
  const inline = pages.flatMap(({ path, document }) =>
    [...elementsOf(document)]
      .filter(({ tagName }) => tagName === 'script')
      .map((element) => [path, elementText(element)] as const),
  );
  const all = [
    ...scripts.map((path) => [path, readFileSync(join(dist, path), 'utf8')] as const),
    ...inline.filter(([, code]) => !code.startsWith('{')),
  ];
  expect(scripts.length).toBeGreaterThan(3);
  for (const [path, code] of all) expect(MAKERS.exec(code)?.[0], path).toBeUndefined();
});
