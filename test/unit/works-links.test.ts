import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readLinks } from '../../src/authored/read-links.ts';
import { readWorks } from '../../src/authored/read-works.ts';

const ANCHORS = new Map([['jgsj-2023-17', new Set(['s1', 's1-1'])]]);

const { works } = readWorks(
  new VFile({
    value: `works:
  - id: a
    title: 甲乙丙丁意见
    kind: 意见
    text: partly
    summary: 说明。
    outline:
      - { label: （一）, heading: 总则 }
      - { label: null, heading: 保障 }
`,
  }),
  new Set(),
);

const LINK = {
  notice: 'jgsj-2023-17',
  clause: 's1-1',
  work: 'a',
  section: '（一）',
  terms: '[保护]',
  strength: 'strong',
};

function line(changes: Partial<Record<keyof typeof LINK | 'more', string>> = {}): string {
  const keys = Object.entries({ ...LINK, ...changes }).map(([key, value]) => `${key}: ${value}`);
  return `  - { ${keys.join(', ')} }\n`;
}

function read(...lines: string[]): { kept: number; messages: string[] } {
  const file = new VFile({ value: `links:\n${lines.join('')}` });
  const kept = readLinks(file, works, ANCHORS).length;
  const messages = file.messages.map(
    ({ line: at, column, ruleId, fatal }) =>
      `${String(at)}:${String(column)} ${ruleId ?? ''} ${fatal === true ? 'error' : ''}`,
  );
  return { kept, messages };
}

test.each([
  ['a label', '（一）'],
  ['a heading without label', '保障'],
  ['the whole work', 'null'],
])('holds: %s', (_, section) => {
  expect(read(line({ section }))).toEqual({ kept: 1, messages: [] });
});

test.each([
  ['another notice', line({ notice: 'jgsj-2023-18' }), '2:15 links-target error'],
  ['another clause', line({ clause: 's1-2' }), '2:37 links-target error'],
  ['another work', line({ work: 'b' }), '2:49 links-target error'],
  ['another section', line({ section: '（二）' }), '2:61 links-target error'],
  ['the heading of a section with a label', line({ section: '总则' }), '2:61 links-target error'],
  ['an unknown key', line({ more: 'x' }), '2:97 links-schema error'],
  ['an unknown strength', line({ strength: 'certain' }), '2:89 links-schema error'],
  ['no terms', line({ terms: '[]' }), '2:73 links-schema error'],
])('an error: %s', (_, text, expected) => {
  expect(read(text)).toEqual({ kept: 0, messages: [expected] });
});

test('one clause and one section are linked once', () => {
  expect(read(line(), line({ terms: '[其他]' }))).toEqual({
    kept: 1,
    messages: ['3:5 links-duplicate error'],
  });
});

test('no YAML is a message', () => {
  const file = new VFile({ value: 'links: [' });
  expect(readLinks(file, works, ANCHORS)).toEqual([]);
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['links-syntax']);
});
