import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worksWith } from '../../src/browser/search/works-found.ts';
import { foldPlainly } from '../bench/search/oracle.ts';
import { clauseMatcher, ranked } from '../../src/search/query/match-clauses.ts';
import { foldingFor } from '../../src/notation/normalize/search-text.ts';
import { isDirect, readClause } from '../../src/search/query/direct-link.ts';
import type { NodeText, NoticeText } from '../../src/search/query/notice-text.ts';
import { bucketOf, bigramsIn, bigramsOfWord } from '../../src/search/query/bigrams.ts';
import { decodeSet, encodeSet } from '../../src/search/query/posting-list.ts';
import { parseQuery } from '../../src/search/query/query.ts';
import { snippet } from '../../src/search/query/snippet.ts';
import { nearbySpellings } from '../../src/search/query/suggest.ts';
import { variantsIn } from '../../src/search/index/variants.ts';
import { readUnits } from '../../src/search/query/written-clause.ts';
import { isNumber, readNumber } from '../../src/search/query/written-number.ts';

const folder = foldingFor(variantsIn(['专利质押融资与知识产权保护']));
const parse = (text: string) => parseQuery(text, folder);

/** Any text, often with what folding is about. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '知识',
        '产权',
        '專利',
        '〔2023〕',
        '——',
        '“',
        '”',
        '"',
        '-',
        ' ',
        '\u3000',
        'Ａ',
        'ﾊﾞ',
        '가',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('fold', () => {
  test.each([
    ['济管市监〔2023〕17 号', '济管市监[2023]17号'],
    ['“十四五”', '「十四五」'],
    ['2021—2025', '2021－2025'],
    ['ＧＢ／Ｔ', 'gb/t'],
    ['專利質押', '专利质押'],
    ['约翰·列侬', '约翰・列侬'],
  ])('%s is %s', (one, other) => {
    expect(folder.fold(one)).toBe(folder.fold(other));
  });

  test('characters that simplified Chinese uses itself stay', () => {
    expect(folder.fold('著名商标')).toBe('著名商标');
  });

  test('both ways of folding agree, and places lie in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = folder.foldWithPlaces(text);
        expect(folder.fold(text)).toBe(folded);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        starts.forEach((start, at) => {
          expect(start).toBeLessThan(ends[at]!);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });

  test('it agrees with the oracle on official text', () => {
    const text =
      '一、（二）3.《知识产权强国建设纲要（2021—2035年）》“十四五”…… 〔2023〕17号·ＡＢＣ';
    expect(folder.fold(text)).toBe(foldPlainly(text));
  });
});

describe('query', () => {
  test.each([
    ['质押 融资', ['质押', '融资'], []],
    ['质押\u3000质押', ['质押'], []],
    ['"质押 融资" 专利', ['质押融资', '专利'], []],
    ['质押 -融资', ['质押'], ['融资']],
    ['质押 -"专 利"', ['质押'], ['专利']],
    ['"-质押"', ['-质押'], []],
    ['"质押', ['"质押'], []],
    ['“质押”', ['"质押"'], []],
    ['-质押', ['-质押'], []],
    ['2021-105', ['2021-105'], []],
    [' \u3000', [], []],
    ['', [], []],
  ])('%s', (text, words, excluded) => {
    expect(parse(text)).toEqual({ words, excluded });
  });

  test('any text is a query of folded words, none empty, each once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, excluded } = parse(text);
        for (const word of [...words, ...excluded]) expect(word).not.toBe('');
        expect(new Set(words).size).toBe(words.length);
        if (words.length === 0) expect(excluded).toEqual([]);
      }),
    );
  });
});

describe('pairs', () => {
  test('what holds a word holds its keys', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, word, after) => {
        const folded = folder.fold(word);
        if (folded === '') return;
        const keys = bigramsIn(before + folded + after);
        for (const key of bigramsOfWord(folded)) expect(keys).toContain(key);
      }),
    );
  });

  test('a bucket is one of the buckets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.integer({ min: 1, max: 500 }),
        (key, count) => {
          const bucket = bucketOf(key, count);
          expect(bucket).toBeGreaterThanOrEqual(0);
          expect(bucket).toBeLessThan(count);
        },
      ),
    );
  });

  test('sets come back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5000)), (numbers) => {
        const sorted = numbers.sort((one, other) => one - other);
        expect(decodeSet(encodeSet(sorted))).toEqual(sorted);
      }),
    );
  });
});

describe('find', () => {
  const node = (id: string, text: string, more: Partial<NodeText> = {}): NodeText => ({
    ...{ id, path: '', head: 0, text },
    ...more,
  });
  const notice = (id: string, ...nodes: NodeText[]): NoticeText => ({
    ...{ id, name: id, number: null, city: null, year: null, kind: null, date: null, nodes },
  });
  const finder = clauseMatcher(folder);
  const hits = (text: string, query: string, more: Partial<NodeText> = {}) =>
    finder.hitsIn(notice('n', node('s1', text, more)), parse(query)).length;

  test('label, heading and paragraphs are one text', () => {
    expect(hits('（一）完善政策。\n专利质押', '一)完善政策。专利')).toBe(1);
  });

  test('both readings are found', () => {
    const more = { corrected: '开展示范区' };
    expect(hits('开发展示区', '发展示区', more)).toBe(1);
    expect(hits('开发展示区', '展示范区', more)).toBe(1);
    expect(hits('开发展示区', '发展示范区', more)).toBe(0);
  });

  test('words of different clauses make a notice near, not a hit', () => {
    const both = notice('n', node('s1', '质押'), node('s2', '融资'));
    expect(finder.hitsIn(both, parse('质押 融资'))).toEqual([]);
    expect(finder.isNear(both, parse('质押 融资'))).toBe(true);
    expect(finder.isNear(both, parse('质押 人才'))).toBe(false);
    expect(finder.isNear(both, parse('质押'))).toBe(false);
  });

  test('words in a heading come first, then words close together', () => {
    const found = [
      notice('far', node('s1', '质押很远的地方融资')),
      notice('near', node('s1', '质押的融资')),
      notice('head', node('s1', '质押融资。别的', { head: 5 })),
    ].map((one) => ({ notice: one, hits: finder.hitsIn(one, parse('质押 融资')) }));
    expect(ranked(found).map(({ notice: { id } }) => id)).toEqual(['head', 'near', 'far']);
  });

  test('a quotation is made of the text, and its marks are the words', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const { words } = parse(query);
        const pieces = snippet(text, words, folder);
        const bare = pieces.map((piece) => piece.text).filter((piece) => piece !== '…');
        let at = 0;
        for (const piece of bare) {
          at = text.indexOf(piece, at);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['济管市监〔2023〕17号', true],
    ['[2023]17号', true],
    ['（2023）17', true],
    ['2023 17号', true],
    ['2023年第17号', true],
    ['市监2023 17', true],
    ['济管市监【２０２３】 17 号', true],
    ['济管市监「2023」第17号', true],
    ['17号', true],
    ['济管市监第十七号', true],
    ['济管市监〔2023〕十七号', true],
    ['济管市监〔二〇二三〕17号', true],
    ['济管市监〔二〇二三〕第一七号', true],
    ['济管市监二○二三年十七号', true],
    ['济管市监〔2023〕17号。', true],
    ['文号：济管市监〔2023〕17号', true],
    ['发文字号: 济管市监〔2023〕17号', true],
    ['公文文号济管市监〔2023〕17号', true],
    ['《济管市监〔2023〕17号》', true],
    ['"济管市监〔2023〕17号"', true],
    ['“文号：济管市监〔2023〕17号”', true],
    ['文号：“济管市监〔2023〕17号”', true],
    ['（济管市监〔2023〕17号）', true],
    ['济管市监〔二〇二二〕17号', false],
    ['济管市监〔2023〕十四五号', false],
    ['2023 7号', false],
    ['豫发〔2023〕17号', false],
  ])('%s', (query, same) => {
    const written = readNumber(query);
    expect(written !== null && isNumber('济管市监〔2023〕17号', written)).toBe(same);
  });

  test.each([
    ['GB/T 39550', 'GB/T 39550—2020', true],
    ['gbt39550-2020', 'GB/T 39550—2020', true],
    ['GB 39550', 'GB/T 39550—2020', true],
    ['GB/T 39550—2019', 'GB/T 39550—2020', false],
    ['GB/T 3955', 'GB/T 39550—2020', false],
    ['GB/T 29490-2013', 'GB/T 29490 企业知识产权管理规范', true],
    ['DB41/T 2345-2022', 'DB41/T 2345—2022', true],
    ['国务院令第310号', '国务院令第310号', true],
    ['国务院第310号令', '国务院令第310号', true],
    ['310号', '国务院令第310号', true],
    ['2001年第310号', '国务院令第310号', false],
    ['公告第59号', '河南省人民代表大会常务委员会公告第59号', true],
  ])('%s and %s', (query, printed, same) => {
    const written = readNumber(query);
    expect(written !== null && isNumber(printed, written)).toBe(same);
    expect(isDirect(query)).toBe(true);
  });

  test.each(['2023', '202317', '质押 17', '', 'x', '文号', '2023年十二', '《》'])(
    '%s is no number',
    (query) => {
      expect(readNumber(query)).toBeNull();
    },
  );

  test.each([
    ['济源 二（三）13', 's2-3-13'],
    ['济源二（三）13', 's2-3-13'],
    ['jgsj-2021-105 2-3-13', 's2-3-13'],
    ['济源2021 一（二）', 's1-2'],
    ['济管市监〔2021〕105号 三、15', 's3-15'],
    ['济源 第二章第十二条（一）', 'a12-1'],
    ['济源 第一章第一节', 'c1-j1'],
    ['济源 第一章一、', 'c1-s1'],
    ['jgsj-2021-105 letter-s1-2', 'letter-s1-2'],
  ])('%s', (query, anchor) => {
    const notices = [
      { id: 'jgsj-2021-105', number: '济管市监〔2021〕105号', city: '济源', year: 2021, part: 0 },
    ];
    expect(readClause(query, notices)?.anchors).toEqual([anchor]);
  });

  test('a name as references have it may mean a numbered item or an article', () => {
    const notices = [
      { id: 'jgsj-2021-105', number: '济管市监〔2021〕105号', city: '济源', year: 2021, part: 0 },
    ];
    const query = '济管市监〔2021〕105号第二部分第（三）项第13条';
    expect(readClause(query, notices)?.anchors).toEqual(['s2-3-13', 'a13']);
    expect(readClause('济管市监〔2021〕1053', notices)).toBeNull();
  });

  test('the numbers a text begins with, and the rest', () => {
    expect(readUnits('二、(三)13.')).toEqual({
      units: [
        { ordinal: 2, kind: '' },
        { ordinal: 3, kind: '(' },
        { ordinal: 13, kind: '' },
      ],
      rest: '',
    });
    expect(readUnits('第十二条第二款').rest).toBe('第二款');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(text.endsWith(readUnits(text).rest)).toBe(true);
      }),
    );
  });
});

describe('suggestions', () => {
  test('words one character off that stand in the texts', () => {
    expect(nearbySpellings('质压融资', ['开展质押融资'])).toEqual(['质押融资']);
    expect(nearbySpellings('质押的融资', ['开展质押融资'])).toEqual(['质押融资']);
    expect(nearbySpellings('质押融', ['质押', '别的'])).toEqual(['质押']);
  });

  test('any word is safe to look for', () => {
    fc.assert(
      fc.property(anyText, (word) => {
        expect(nearbySpellings(word, ['文'])).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('works with the words of a query', () => {
  const folder = foldingFor();
  const works = ['知识产权强国建设纲要（2021－2035年）', '专利转化运用专项行动方案'].map(
    (name, at) => ({
      ...{ id: `w${String(at)}`, name, number: null, parts: [{ id: '', text: name }] },
    }),
  );
  test.each([
    ['《知识产权强国建设纲要》', ['w0']],
    ['《知识产权强国建设纲要（2021-2035年）》', ['w0']],
    ['〈专利转化运用专项行动方案〉', ['w1']],
    ['专利 行动方案', ['w1']],
    ['知识产权 -纲要', []],
    ['《》', []],
  ])('%s', (query, ids) => {
    expect(worksWith(works, parseQuery(query, folder), folder).map(({ id }) => id)).toEqual(ids);
  });
});
