/** What is written for people holds: links, headings, commands, examples, and a README in every room. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sidecarSchema } from '../../src/authored/sidecar-schema.ts';
import { linksSchema } from '../../src/authored/links-schema.ts';
import { authoritySchema } from '../../src/authored/works-schema.ts';
import { project } from '../support/places.ts';

const read = (path: string) => readFileSync(join(project, path), 'utf8');
const chapters = readdirSync(join(project, 'src', 'handbook'))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => `src/handbook/${name}`);
/** Astro makes a page of every `.md` in `pages`; the README of layouts speaks for it. */
const rooms = readdirSync(join(project, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'pages')
  .map(({ name }) => `src/${name}`);
const readmes = ['README.md', 'seeds/README.md', 'test/README.md']
  .concat(rooms.map((room) => `${room}/README.md`))
  .filter((path) => existsSync(join(project, path)));
const documents = [...readmes, ...chapters];

/** The text without blocks of code, whose signs mean something else. */
const prose = (text: string) => text.replaceAll(/^ *```.*?^ *```$/gmsu, '');

/** The id of a heading, as GitHub and Astro make it. */
const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

const headingsOf = (text: string) =>
  [...prose(text).matchAll(/^#{1,6} +(.+)$/gmu)].map(([, heading = '']) => slugOf(heading));

/** Targets of Markdown links and images, outside of code. */
const linksOf = (text: string) =>
  [
    ...prose(text)
      .replaceAll(/`[^`\n]*`/gu, '')
      .matchAll(/\]\(([^)\s]+)\)/gu),
  ]
    .map(([, link = '']) => decodeURIComponent(link))
    .filter((link) => !/^[a-z]+:/u.test(link));

/** Where a link of a chapter leads: its addresses are those of the site, `handbook/x.html` in `dist/`. */
function sourceOf(target: string): string {
  const [, folder, name = ''] = /^src\/(handbook\/)?([^/]+)\.html$/u.exec(target) ?? [];
  if (name === '') return target;
  return folder === undefined ? `src/pages/${name}.astro` : `src/handbook/${name}.mdx`;
}

/** Why a link leads nowhere; undefined where it leads somewhere. */
function faultOf(link: string, from: string): string | undefined {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? from : sourceOf(join(dirname(from), path).replaceAll('\\', '/'));
  if (!existsSync(join(project, target))) return `${from}: ${link}: there is no ${target}`;
  if (heading === undefined || statSync(join(project, target)).isDirectory()) return undefined;
  const known = headingsOf(read(target));
  return known.includes(heading) ? undefined : `${from}: ${link}: no such heading in ${target}`;
}

test('README.md has at most 10,000 bytes', () => {
  expect(statSync(join(project, 'README.md')).size).toBeLessThanOrEqual(10_000);
});

test('every room has a README', () => {
  expect(rooms.length).toBeGreaterThan(15);
  expect(rooms.filter((room) => !readmes.includes(`${room}/README.md`))).toEqual([]);
});

test.each(documents)('every link of %s leads somewhere', (path) => {
  const faults = linksOf(read(path)).map((link) => faultOf(link, path));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

test('a link to nowhere is found', () => {
  expect(faultOf('no-such-file.md', 'README.md')).toMatch(/there is no no-such-file\.md/);
  expect(faultOf('errata.html#没有', 'src/handbook/add.mdx')).toMatch(/no such heading/);
  expect(faultOf('errata.html#记一条勘误', 'src/handbook/add.mdx')).toBeUndefined();
  expect(faultOf('../about.html', 'src/handbook/add.mdx')).toBeUndefined();
});

test.each(documents)('every command of %s exists', (path) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(path).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/gu)];
  expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
});

describe('examples of YAML', () => {
  const examples = ['seeds/README.md', ...chapters].flatMap((path) =>
    [...read(path).matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text = '']) => ({
      path,
      // one entry of a list is shown without the key above it
      text: text.startsWith('  - ') ? `works:\n${text}` : text,
    })),
  );

  test.each(examples)('$path: $text', ({ text }) => {
    const value = parse(text) as object;
    const schema =
      'works' in value ? authoritySchema : 'links' in value ? linksSchema : sidecarSchema;
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });
});
