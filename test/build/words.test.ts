import { describe, expect, test } from 'vitest';
import { compareWords, verifyWords } from '../../src/publish/verify/verify-text.ts';
import { withFolder } from '../support/folders.ts';

const compare = (seed: string, text: string, residue: [string, [number, number]?][] = []) =>
  compareWords(seed, { text, residue: residue.map(([piece, lines]) => ({ text: piece, lines })) });

describe('words of a page and of its seed are the same', () => {
  test.each([
    ['layout', '# 标 题\r\n\r\n**重点**（一）\n---\n二\u3000三', '标题\n重点（一）二 三'],
    ['width of punctuation', '甲，乙(2)；', '甲,乙（2）;'],
    ['marks that combine', 'e\u0301', '\u00e9'],
    ['marks without words between', '甲****乙', '甲乙'],
    ['nothing at all', '', ''],
    ['characters outside the first plane', '𠮷\n野', '𠮷野'],
  ])('%s', (_, seed, page) => {
    expect(compare(seed, page)).toBeUndefined();
  });

  test('a mark without a partner is a word', () => {
    expect(compare('甲**乙', '甲**乙')).toBeUndefined();
    expect(compare('甲**乙', '甲乙')).toMatch(/^1:2 /u);
  });

  test('a # without space is a word', () => {
    expect(compare('#甲', '#甲')).toBeUndefined();
    expect(compare('#甲', '甲')).toMatch(/^1:1 /u);
  });
});

describe('a difference is found where it is', () => {
  test.each([
    ['a lost character', '甲乙\n丙丁', '甲乙丁', '2:1'],
    ['a character too many', '甲乙\n丙丁', '甲乙丙丁戊', '2:2'],
    ['an exchanged character', '## 甲乙', '甲丙', '1:5'],
    ['a doubled word', '甲乙丙', '甲乙乙丙', '1:3'],
    ['an end that is missing', '甲乙丙', '甲', '1:2'],
    ['another order', '甲乙', '乙甲', '1:1'],
  ])('%s', (_, seed, page, place) => {
    expect(compare(seed, page)).toMatch(new RegExp(`^${place} the words differ`, 'u'));
  });

  test('both sides are shown', () => {
    expect(compare('一二三四五', '一二三六五')).toBe(
      '1:4 the words differ.\n      seed: …一二三▸四五…\n      page: …一二三▸六五…',
    );
  });
});

describe('residue', () => {
  test('stands in the seed and not in the text', () => {
    expect(compare('甲\n— 3 —\n乙', '甲乙', [['— 3 —', [2, 2]]])).toBeUndefined();
  });

  test('is taken where it fills a line, not where it is a word', () => {
    expect(compare('第3条\n3\n甲', '第3条甲', [['3']])).toBeUndefined();
  });

  test('may stand in the same words more than once', () => {
    const pages: [string, [number, number]][] = [
      ['第页', [1, 1]],
      ['第页', [3, 3]],
    ];
    expect(compare('第页\n甲\n第页', '甲', pages)).toBeUndefined();
  });

  test('must be in its lines', () => {
    expect(compare('甲\n乙', '乙', [['甲', [2, 2]]])).toMatch(/^2:1 .*residue/u);
  });

  test('does not hide a lost word', () => {
    expect(compare('甲\n3\n乙', '甲', [['3', [2, 2]]])).toMatch(/^3:1 /u);
  });
});

describe('a built site', () => {
  /** Checks a site of one notice with this page. */
  const verify = (page: string, more: Record<string, string> = {}) =>
    withFolder(
      {
        'seeds/a.txt': '# 标题\n\n甲乙\n— 1 —\n丙丁\n',
        'site/api/notices/a.json': '{"seed":"seeds/a.txt"}',
        'site/notices/a.html': page,
        ...more,
      },
      (folder) => verifyWords(`${folder}/site`, folder),
    );

  test('with the words of its seed passes, what is added and residue aside', async () => {
    const page =
      '<nav>目录</nav><main data-notice-text><h1>标题</h1><p>甲乙<a data-added>#</a>丙丁</p>' +
      '<p data-residue="page-number" data-residue-line="4-4"><b data-added>页码</b>— 1 —</p></main>';
    expect(await verify(page)).toBe(1);
  });

  test('may have its residue elsewhere on the page', async () => {
    const residue = '<p data-residue="page-number" data-residue-line="4-4">— 1 —</p>';
    expect(await verify(`<main data-notice-text>标题甲乙丙丁</main>${residue}`)).toBe(1);
  });

  test('that lost a word fails and names the place on both sides', async () => {
    await expect(verify('<main data-notice-text>标题甲乙—1—丙</main>')).rejects.toThrow(
      /notices\/a\.html and seeds\/a\.txt:5:2 the words differ\.\n.*seed: …标题甲乙—1—丙▸丁…\n.*page: …标题甲乙—1—丙▸\(end of text\)/u,
    );
  });

  test('without the element of the text fails', async () => {
    await expect(verify('<main>标题甲乙丙丁</main>')).rejects.toThrow(/expected one element/u);
  });

  test('may have pages of notices that are no more, which have no words and no record', async () => {
    const page = '<main data-notice-text>标题甲乙—1—丙丁</main>';
    const former = { 'site/notices/old.html': '<main data-former-page>现为 a</main>' };
    expect(await verify(page, former)).toBe(1);
    const short = '<div data-former-page><main data-notice-text>标题甲乙—1—丙</main></div>';
    await expect(verify(short)).rejects.toThrow(/the words differ/u);
  });

  test('without a page for a seed fails', async () => {
    const page = '<main data-notice-text>标题甲乙—1—丙丁</main>';
    await expect(verify(page, { 'seeds/b.txt': '甲' })).rejects.toThrow(/seeds\/b\.txt: no page/u);
  });
});
