/** The files beside the seeds, written by somebody who means harm: each is a value of the right shape, or a message. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { read } from '../../src/pipeline/read.ts';
import { readLock } from '../../src/permalinks/address-lock.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { render } from '../../src/pipeline/render/render.ts';
import { NO_SIDECAR, readSidecar } from '../../src/authored/read-sidecar.ts';
import { readWorks } from '../../src/authored/read-works.ts';
import { withFolder } from '../support/folders.ts';

const messagesOf = ({ messages }: VFile) =>
  messages.map(({ line, ruleId, reason }) => `${String(line)} ${String(ruleId)} ${reason}`);

describe('YAML', () => {
  const bomb = [
    'a: &a [x]',
    ...Array.from('bcdefghij', (key, at) => `${key}: &${key} [${'abcdefghi'.charAt(at)}]`),
  ]
    .join('\n')
    .replaceAll(/\[([a-i])\]/gu, (_, name: string) => `[${Array(9).fill(`*${name}`).join(', ')}]`);

  test.each([
    ['a flood of references', bomb, /References \(\*[a-j]\) are not used here/u],
    [
      'a merge key',
      'base: &base { id: a }\n<<: *base\n',
      /References \(\*base\) are not used here/u,
    ],
    ['a merge of a map', '<<: { id: a }\n', /Unknown key “<<”/u],
    ['a key of every object', '__proto__: { id: a }\n', /Unknown key “__proto__”/u],
    [
      'a quoted one',
      '"__proto__":\n  errata: { apply: high, list: [] }\n',
      /Unknown key “__proto__”/u,
    ],
    ['another', 'constructor: { prototype: { hurt: 1 } }\n', /Unknown key “constructor”/u],
    [
      'one deeper',
      'errata: { apply: high, list: [], __proto__: { hurt: 1 } }\n',
      /Unknown key “__proto__”/u,
    ],
    [
      'code as a tag',
      'id: !!js/function "function () { globalThis.hurt = 1 }"\n',
      /“id” should be an id|tag/iu,
    ],
    ['a key twice', 'id: a\nid: b\n', /A key is written twice/u],
    ['a tab', 'errata:\n\tapply: high\n', /indented with/u],
    ['a second document', 'id: a\n---\nid: b\n', /A line “---” begins/u],
    ['a way out of the folder', 'id: ../../etc\n', /“id” should be an id/u],
    ['a device', 'id: con\n', /Windows keeps this name/u],
  ])('%s', (_, text, message) => {
    const file = new VFile({ path: 'seeds/x.txt.yaml', value: text });
    expect(readSidecar(file).sidecar).toEqual(NO_SIDECAR.sidecar);
    expect(messagesOf(file).join('\n')).toMatch(message);
    expect(Object.prototype).not.toHaveProperty('hurt');
  });

  test.each(['javascript:globalThis.hurt=1', 'data:text/html,x', 'http://a"onclick="b', '//a.cn'])(
    'a work is not found at %s',
    (url) => {
      const text = `works:\n  - { id: a, title: 甲乙规划, kind: 规划, text: none, summary: 甲, url: ${JSON.stringify(url)} }\n`;
      const file = new VFile({ path: 'seeds/works.yaml', value: text });
      expect(readWorks(file, new Set()).works).toEqual([]);
      expect(messagesOf(file).join('\n')).toMatch(/“url” should be an address/u);
    },
  );
});

describe('addresses.json', () => {
  test.each([
    [
      'prototypes as ids',
      '{"notices":{"__proto__":{"number":null,"anchors":{"__proto__":"0"}},"constructor":{"number":"甲","anchors":{}}},"works":{"__proto__":"甲"}}',
      true,
    ],
    ['prototypes instead of a lock', '{"__proto__":{"notices":{},"works":{}}}', false],
    ['no lock', '[]', false],
    ['code', 'process.exit(1)', false],
  ])('%s', async (_, text, isLock) => {
    await withFolder({ 'seeds/addresses.json': text }, (root) => {
      const { lock, file } = readLock(root);
      expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(isLock ? [] : ['address-lock']);
      expect(Object.getPrototypeOf(lock.notices)).toBeNull();
      return Promise.resolve();
    });
  });
});

describe('bytes', () => {
  test.each([
    ['with a BOM', true],
    ['without', false],
  ])('a lone surrogate in UTF-16 %s is no text', (_, hasBom) => {
    const bytes = Buffer.from(
      `${hasBom ? '\uFEFF' : ''}关于做好2024年工作的通知\n\n甲\uD800乙 1 2 3\n`,
      'utf16le',
    );
    expect(read('seeds/x.txt', bytes).messages).toMatchObject([
      { ruleId: 'encoding', fatal: true },
    ]);
  });
});

describe('what a sidecar says in MDX', () => {
  const seed =
    '云州市知识产权局关于做好工作的通知\n\n云知〔2024〕1号\n\n各单位：\n\n一、甲乙丙丁。\n';
  const said = (to: string, reason: string) => {
    const value = `errata: { apply: high, list: [{ line: 7, from: 乙, to: ${JSON.stringify(to)}, confidence: high, class: source, reason: ${JSON.stringify(reason)} }] }`;
    const sidecar = new VFile({ path: 'seeds/x.txt.yaml', value });
    const { notices } = pipeline([{ path: 'seeds/x.txt', bytes: Buffer.from(seed), sidecar }]);
    expect(messagesOf(sidecar)).toEqual([]);
    return render(notices[0]!)
      .split('\n')
      .filter((line) => line.includes('<Erratum'));
  };

  test('lines stay in one tag', () => {
    const lines = said('甲\n\n---\n乙', '一\n\n</Erratum>\nimport x from "x"\n\n{process.exit(1)}');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/<Erratum [^\n]*>乙<\/Erratum>/u);
    expect(lines[0]).toContain('一&#xa;&#xa;</Erratum>&#xa;import x');
  });

  test('what looks like a reference to a character is none', () => {
    expect(said('&lt;b&gt;', '&#60;&amp;amp; &copy A&B')[0]).toContain('to="&#x26;lt;b&#x26;gt;"');
  });
});
