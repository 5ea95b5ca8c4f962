import { expect, test } from 'vitest';
import { checkLinks, verifyLinks } from '../../src/publish/verify/verify-links.ts';
import { withFolder } from '../support/folders.ts';

/** The links of a page in a small site that do not hold. */
async function brokenOn(body: string, css = ''): Promise<string[]> {
  const files = {
    'index.html': '<p id="top">',
    'notices/a.html': body,
    'notices/乙 丙.html': '<p id="第一条">',
    'sub/index.html': '',
    'assets/site.css': css,
    'assets/a.svg': '<svg><g id="g"/></svg>',
  };
  const { broken } = await withFolder(files, checkLinks);
  return broken.map(({ link, reason }) => `${link} ${reason}`);
}

test.each([
  '<a href="../index.html">',
  '<a href="../index.html#top">',
  '<a href="../index.html?q=1#top">',
  '<p id="x"><a href="#x"><a href="?q=2">',
  '<a href="%E4%B9%99%20%E4%B8%99.html#%E7%AC%AC%E4%B8%80%E6%9D%A1">',
  '<a href="乙 丙.html#第一条">',
  '<a href="https://example.org/" rel="noopener noreferrer">',
  '<a href="mailto:a@example.org">',
  '<img src="data:image/png;base64,AA" alt="">',
  '<svg><use href="../assets/a.svg#g"/></svg>',
  '<link rel="stylesheet" href="../assets/site.css">',
  '<link rel="canonical" href="https://example.org/a.html">',
])('holds: %s', async (body) => {
  expect(await brokenOn(body)).toEqual([]);
});

test.each([
  ['<a href="b.html">', /not in the site/u],
  ['<a href="../index.html#nowhere">', /does not have/u],
  ['<a href="#">', /nowhere/u],
  ['<a href="/index.html">', /begins with/u],
  ['<a href="../../index.html">', /out of the site/u],
  ['<a href="../sub/">', /folder/u],
  ['<a href="%zz">', /encoded/u],
  ['<a href="https://example.org/">', /noreferrer/u],
  ['<a href="javascript:alert(1)">', /scheme/u],
  ['<script src="https://example.org/a.js"></script>', /another origin/u],
  ['<img src="//example.org/a.png" alt="">', /another origin/u],
  ['<link rel="preconnect" href="https://example.org">', /another origin/u],
  ['<link rel="canonical stylesheet" href="https://example.org/a.css">', /another origin/u],
  ['<img srcset="../index.html 1x, b.png 2x" alt="">', /not in the site/u],
  ['<form action="find.html">', /not in the site/u],
  ['<p style="background: url(b.png)">', /not in the site/u],
  ['<meta http-equiv="refresh" content="0; url=b.html">', /not in the site/u],
  ['<svg><use href="../assets/a.svg#no"/></svg>', /does not have/u],
  ['<p id="x"><p id="x">', /two elements/u],
])('does not hold: %s', async (body, reason) => {
  const broken = await brokenOn(body);
  expect(broken).toHaveLength(1);
  expect(broken[0]).toMatch(reason);
});

test('style sheets are looked at too', async () => {
  expect(await brokenOn('', '@import "b.css"; a { background: url(../x.png) }')).toHaveLength(2);
  expect(await brokenOn('', 'a { background: url("a.svg") } /* url(b.png) */')).toEqual([]);
});

test('a failure names page and link', async () => {
  const failing = withFolder({ 'index.html': '<a href="b.html">' }, verifyLinks);
  await expect(failing).rejects.toThrow(/index\.html: “b\.html” leads to b\.html/u);
});
