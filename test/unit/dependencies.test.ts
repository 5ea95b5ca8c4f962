/** `npm ci --omit=dev` installs all that the commands for users need, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules, stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { project } from '../support/places.ts';

const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Settings that a build reads. */
const SETTINGS = ['astro.config.mjs', 'postcss.config.mjs'];
/** What no module names: the Node that npm runs scripts with. */
const UNNAMED = ['node'];
/** What Astro, Vite and PostCSS give to modules by themselves. */
const GIVEN = /^(?:astro|virtual):/u;

const FILES = [
  ...readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => ['.ts', '.mjs', '.astro', '.mdx', '.css'].includes(extname(path)))
    .map((path) => join('src', path)),
  ...SETTINGS,
];

/** What a module imports when it runs: imports of types alone are gone by then. */
function importsOf(code: string): string[] {
  return ts
    .preProcessFile(stripTypeScriptTypes(code), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

/** What a file of any kind imports. */
function namesIn(path: string): string[] {
  const text = readFileSync(join(project, path), 'utf8');
  switch (extname(path)) {
    case '.css':
      return [...text.matchAll(/@(?:import|plugin|reference)\s+['"]([^'"]+)['"]/gu)].map(
        ([, name = '']) => name,
      );
    case '.astro':
      return [
        /^---\n(.*?)\n---$/msu.exec(text)?.[1] ?? '',
        ...[...text.matchAll(/<script>(.*?)<\/script>/gsu)].map(([, code = '']) => code),
      ].flatMap((code) => importsOf(code.replaceAll(/\breturn\b/gu, 'void')));
    case '.mdx':
      return importsOf(
        text
          .split('\n')
          .filter((line) => line.startsWith('import '))
          .join('\n'),
      );
    default:
      return importsOf(text);
  }
}

/** The package of a bare name: `@scope/name/file` → `@scope/name`. */
function packageOf(name: string): string[] {
  const isBare = !/^[./#]/u.test(name) && !name.startsWith('node:') && !GIVEN.test(name);
  if (!isBare || builtinModules.includes(name)) return [];
  return [name.split('/', name.startsWith('@') ? 2 : 1).join('/')];
}

const users = new Map<string, string[]>();
for (const path of FILES) {
  for (const name of namesIn(path).flatMap(packageOf))
    users.set(name, [...(users.get(name) ?? []), path]);
}

test('every package that src/ imports is in dependencies', () => {
  const missing = [...users].filter(([name]) => !(name in dependencies));
  expect(missing).toEqual([]);
});

test('every package in dependencies is imported there, not by tests alone', () => {
  const idle = Object.keys(dependencies).filter((name) => !users.has(name));
  expect(idle).toEqual(UNNAMED);
});
