/** The list of rules says what the source does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languagesOf } from '../../src/diagnostics/language.ts';
import { RULES, ruleOf } from '../../src/diagnostics/rules.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { project } from '../support/places.ts';

/** What `npm run add` says of a file that is no seed yet is no message of the archive. */
const ADDING = /^(?:intake|cli\/add)\b/;

const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(project, 'src', path), 'utf8') }));

const found = (pattern: RegExp, except?: RegExp) =>
  sources
    .filter(({ path }) => !except?.test(path))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, one = '', two = '']) => [one, two]));

const WITH_SEVERITY = /\bruleId: '([a-z-]+)',\s*severity: '(\w+)'/g;

test('every rule of the source is in the list, and no other', () => {
  const used = [
    ...found(/\b(?:ruleId|syntax|schema): '([a-z-]+)'/g, ADDING),
    ...found(WITH_SEVERITY),
    ...found(/\bdoubt\(\s*'([a-z-]+)'/g),
  ].map(([id]) => id);
  expect([...new Set(used)].sort()).toEqual(Object.keys(RULES).sort());
});

test('it knows how severe they are', () => {
  const severities = found(WITH_SEVERITY);
  expect(severities.length).toBeGreaterThan(20);
  for (const [id = '', severity] of severities) expect([id, RULES[id]?.severity]).toEqual([id, severity]); // prettier-ignore
});

test('every rule is told in Chinese and in English', () => {
  for (const [id, { name, meaning, todo }] of Object.entries(RULES)) {
    expect(name, id).toMatch(/\p{Script=Han}/u);
    for (const told of [meaning, todo]) {
      expect(told.zh, id).toMatch(/\p{Script=Han}.*。$/u);
      expect(told.en, id).toMatch(/^[\w`“][^。]*[^.]$/);
    }
  }
});

test('no two rules have one name', () => {
  const names = Object.values(RULES).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['No title found. 未找到标题。', 'No title found.', '未找到标题。'],
  ['“1. 甲。” is 1. here. 序号不连续。', '“1. 甲。” is 1. here.', '序号不连续。'],
  ['This is no YAML: a. b. YAML 语法错误。', 'This is no YAML: a. b.', 'YAML 语法错误。'],
  ['Cannot open this file', 'Cannot open this file', 'Cannot open this file'],
  ['没有句点', '没有句点', '没有句点'],
])('the languages of %s', (reason, en, zh) => {
  expect(languagesOf(reason)).toEqual({ en, zh });
});

test('of a rule that nobody listed the id is said', () => {
  expect(ruleOf('new-rule')).toEqual({ name: 'new-rule', todo: { en: '', zh: '' } });
});

test('every reason told of a fixture ends in a Chinese sentence', () => {
  const folder = join(project, 'test', 'fixtures');
  const seeds = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ path: name, bytes: readFileSync(join(folder, name, 'seed.txt')) }));
  const reasons = pipeline(seeds).files.flatMap(({ messages }) => messages.map(({ reason }) => reason)); // prettier-ignore
  expect(reasons.length).toBeGreaterThan(20);
  for (const reason of reasons) {
    expect(languagesOf(reason).zh).toMatch(/^[^a-z]*\p{Script=Han}[^a-z]*。$/u);
  }
});
