import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBookTitles } from '../../src/notation/book-titles.ts';
import { findDate, readDate } from '../../src/notation/dates.ts';
import {
  findDocumentNumber,
  isSerialNumber,
  readDocumentNumber,
  readNumberLine,
} from '../../src/notation/document-number.ts';
import { carriedTitles, genreOf } from '../../src/notation/genres.ts';
import {
  followsDecimal,
  namesArticle,
  readDecimal,
  readLabel,
  readLongArabic,
} from '../../src/notation/labels.ts';
import { labelled } from '../../src/notation/labelled.ts';
import { parseDigits, parseNumeral } from '../../src/notation/numerals.ts';
import { isAddressees, isOrgan, isOtherOrgan } from '../../src/notation/organs.ts';
import { cityOf, placeOfOrgan } from '../../src/notation/places.ts';
import { endsParagraph, isBalanced, splitList } from '../../src/notation/punctuation.ts';

const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A second way to write a numeral, for the test alone. */
function write(value: number): string {
  const [thousands, hundreds, tens, units] = [1000, 100, 10, 1].map(
    (unit) => Math.floor(value / unit) % 10,
  ) as [number, number, number, number];
  const zero = (needed: boolean): string => (needed ? '零' : '');
  return (
    (thousands ? `${ONES[thousands] ?? ''}千` : '') +
    zero(thousands > 0 && hundreds === 0 && (tens > 0 || units > 0)) +
    (hundreds ? `${ONES[hundreds] ?? ''}百` : '') +
    zero(hundreds > 0 && tens === 0 && units > 0) +
    (tens ? `${value < 20 ? '' : (ONES[tens] ?? '')}十` : '') +
    (ONES[units] ?? '')
  );
}

describe('numerals', () => {
  test('every number up to 9,999 is read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        (value) => parseNumeral(write(value)) === value,
      ),
      { numRuns: 2000 },
    );
  });
  test.each([
    ['十', 10],
    ['二十三', 23],
    ['一百零一', 101],
    ['一百〇一', 101],
    ['一百一十', 110],
    ['两千', 2000],
  ])('%s is %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
  test.each(['十四五', '', '零', '一二', '十十', '百', '二十三十'])('%s is no ordinal', (text) => {
    expect(parseNumeral(text)).toBeNull();
  });
  test.each([
    ['二〇二三', 2023],
    ['二○二○', 2020],
    ['２０２５', 2025],
  ])('digits %s are %i', (text, value) => {
    expect(parseDigits(text)).toBe(value);
  });
});

describe('labels', () => {
  test.each([
    ['一、总体要求', 'han', '一、', 1],
    ['（二十三）做好统计', 'han-paren', '（二十三）', 23],
    ['(一)常规', 'han-paren', '(一)', 1],
    ['(二）常规', 'han-paren', '(二）', 2],
    ['3.按照', 'arabic', '3.', 3],
    ['4．完善', 'arabic', '4．', 4],
    ['5、完善', 'arabic', '5、', 5],
    ['1.2025年第一批', 'arabic', '1.', 1],
    ['（4）组织', 'arabic-paren', '（4）', 4],
    ['5）组织', 'arabic-paren', '5）', 5],
    ['⑵组织', 'arabic-paren', '⑵', 2],
    ['③组织', 'circled', '③', 3],
    ['第十二条本办法', 'article', '第十二条', 12],
    ['第三章附则', 'chapter', '第三章', 3],
    ['第二节运用', 'subchapter', '第二节', 2],
    ['第一编总则', 'part', '第一编', 1],
  ])('%s', (text, scheme, label, ordinal) => {
    expect(readLabel(text)).toEqual({ scheme, text: label, ordinals: [ordinal] });
  });
  test.each([
    '11.121人才',
    '4.26知识产权宣传周',
    '1.5亿元',
    '2023.1',
    '一是加强',
    '第三方机构',
    '第十二条规定的情形'.replace('规定', '第二款规定'),
    '“十四五”时期',
    '十四五、',
  ])('%s starts with no label', (text) => {
    expect(readLabel(text)).toBeNull();
  });
  test('four digits are a label only behind the number before', () => {
    expect(readLongArabic('1000.一种茶具', 999)).toMatchObject({ text: '1000.', ordinals: [1000] });
    expect(readLongArabic('2023．完成', 2022)).toMatchObject({ ordinals: [2023] });
    expect(readLongArabic('2023.完成', 1)).toBeNull();
    expect(readLongArabic('1000.5亿元', 999)).toBeNull();
    expect(readLongArabic('1001.一种茶具', 999)).toBeNull();
  });
  test('an article is named where the sentence goes on behind it', () => {
    expect(namesArticle('第十二条规定的条件')).toBe(true);
    expect(namesArticle('第12条、第13条')).toBe(true);
    expect(namesArticle('第十二条 申请人')).toBe(false);
  });

  test('decimal labels follow one another', () => {
    expect(readDecimal('1.1.2范围')?.ordinals).toEqual([1, 1, 2]);
    expect(followsDecimal([1, 1], [1])).toBe(true);
    expect(followsDecimal([1, 2], [1, 1, 3])).toBe(true);
    expect(followsDecimal([2], [1, 1, 3])).toBe(true);
    expect(followsDecimal([4, 26], [1, 1])).toBe(false);
    expect(followsDecimal([1, 3], [1, 1])).toBe(false);
  });
});

describe('title marks', () => {
  test('what has no partner is named, on either side', () => {
    expect(findBookTitles('甲》和《乙〈丙〉》及《丁')).toMatchObject({
      titles: [{ inner: '乙〈丙〉' }],
      unclosed: [10],
      unopened: [1],
    });
  });
});

describe('document numbers', () => {
  test.each([
    ['济管市监〔2023〕17号', '济管市监', 2023, 17],
    ['豫发[2022]31号', '豫发', 2022, 31],
    ['川办规〔２０２５〕６号', '川办规', 2025, 6],
    ['国发（2021）20号', '国发', 2021, 20],
  ])('%s', (text, code, year, serial) => {
    expect(readDocumentNumber(text)).toMatchObject({ code, year, serial });
  });
  test('is found inside brackets, and is not the whole line then', () => {
    expect(findDocumentNumber('（豫知〔2022〕4号）')).toMatchObject({
      text: '豫知〔2022〕4号',
      start: 1,
    });
    expect(readDocumentNumber('（豫知〔2022〕4号）')).toBeNull();
  });
  test.each([
    ['川办规〔号〕６２０２５', '川办规〔2025〕6号'],
    ['云政办〔2024〕31号', '云政办〔2024〕31号'],
    ['云政办〔〕号202431', '云政办〔2024〕31号'],
    ['（2022年4月26日）云发〔2022〕6号', '云发〔2022〕6号'],
  ])('%s is read whatever order its parts stand in', (line, number) => {
    expect(readNumberLine(line)?.number?.text).toBe(number);
  });

  test('parts that may be another number are none', () => {
    expect(readNumberLine('云政办〔〕号99991')?.number ?? null).toBeNull();
    expect(readNumberLine('云政办〔2024〕2025〕号')?.number ?? null).toBeNull();
  });

  test('orders have a serial only', () => {
    expect(isSerialNumber('第790号')).toBe(true);
    expect(isSerialNumber('2023年第5号')).toBe(true);
    expect(isSerialNumber('第790号令')).toBe(false);
    expect(isSerialNumber('国务院令第709号')).toBe(true);
    expect(isSerialNumber('（国家税务总局公告2023年第6号）')).toBe(true);
    expect(isSerialNumber('关于甲事的公告2023年第6号')).toBe(false);
  });
});

describe('dates', () => {
  test.each([
    ['2023年3月5日', '2023-03-05'],
    ['２０２５年４月３０日', '2025-04-30'],
    ['二○二○年十二月三十一日', '2020-12-31'],
    ['一九九七年四月八日', '1997-04-08'],
    ['二〇〇五年六月', '2005-06'],
    ['（一九九〇年十二月五日）', '1990-12-05'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toMatchObject({ iso, possible: true });
  });
  test('an impossible day leaves the month', () => {
    expect(readDate('2023年2月29日')).toMatchObject({ iso: '2023-02', possible: false });
    expect(readDate('2023年13月1日')).toMatchObject({ iso: '2023', possible: false });
  });
  test('words beside it make it no date line', () => {
    expect(readDate('2023年3月5日印发')).toBeNull();
    expect(findDate('2023年知识产权')).toBeNull();
  });
});

describe('titles', () => {
  test.each([
    ['2023年济源示范区知识产权工作要点', '工作要点'],
    ['年度推进方案(2023年度)', '推进方案'],
    ['知识产权战略推进实施方案', '实施方案'],
    ['五年规划（2021-2025年）', '规划'],
    ['关于放假的通知', '通知'],
    ['知识产权强市建设纲要（2021—2035年）', '纲要'],
  ])('%s is a %s', (title, genre) => {
    expect(genreOf(title)).toBe(genre);
  });
  test('what a notice carries', () => {
    expect(carriedTitles('关于印发《2023年开封市推进实施方案》的通知')).toEqual([
      '2023年开封市推进实施方案',
    ]);
    expect(carriedTitles('济源局关于印发2023年工作要点的通知')).toEqual(['2023年工作要点']);
    expect(carriedTitles('关于开展专利调查的通知')).toEqual([]);
    expect(carriedTitles('关于印发《甲办法》和《乙方案》的通知')).toEqual(['甲办法', '乙方案']);
  });
});

describe('organs and places', () => {
  test.each([
    ['济源产城融合示范区市场监督管理局', '济源'],
    ['河南省开封市知识产权局', '开封'],
    ['上海市普陀区人民政府办公室', '上海'],
    ['中共广州市天河区委统战部', '广州'],
    ['国务院办公厅', null],
    ['四川省人民政府', null],
    ['吉林省人民政府', null],
    ['吉林省吉林市人民政府', '吉林'],
    ['内蒙古自治区包头市财政局', '包头'],
  ])('%s belongs to %s', (issuer, city) => {
    expect(cityOf(issuer)).toBe(city);
  });
  test.each([
    ['河南省开封市知识产权局', '开封'],
    ['四川省人民政府办公厅', '四川'],
    ['中共河南省委办公厅', '河南'],
    ['国务院办公厅', '全国'],
    ['工业和信息化部办公厅', '全国'],
    ['海关总署', '全国'],
    ['国家税务总局河南省税务局', '河南'],
    ['沁阳县委宣传部', null],
    ['云州市科技局', null],
  ])('%s is listed under %s', (issuer, place) => {
    expect(placeOfOrgan({ city: cityOf(issuer), issuer })).toBe(place);
  });
  test('an organ is a name, not a sentence', () => {
    expect(isOrgan('（安阳市知识产权局代章）')).toBe(true);
    expect(isOrgan('国务院')).toBe(true);
    expect(isOrgan('请各单位报送市知识产权局。')).toBe(false);
  });
  test.each([
    ['云州市公安局', '云州市教育局', true],
    ['国家税务总局云州市税务局', '云州市教育局', true],
    ['公安部', '司法部', true],
    ['办公室', '云州市知识产权局', false],
    ['知识产权工作领导小组办公室', '云州市人民政府', false],
    ['云州市公安局', '关于加强', false],
  ])('%s beside %s is an organ of its own: %s', (name, other, expected) => {
    expect(isOtherOrgan(name, other)).toBe(expected);
  });
  test('addressees are a list, not an announcement', () => {
    expect(isAddressees('各县（市、区）知识产权局；市直各学校：')).toBe(true);
    expect(isAddressees('现将有关事项通知如下：')).toBe(false);
  });
});

describe('punctuation', () => {
  test.each([
    ['抓好落实。', true],
    ['他说：“抓好落实。”', true],
    ['抓好落实。（责任单位：市发改委）', true],
    ['推进知识产权保护（试点）', false],
    ['建立健全机制；', true],
    ['加强领导', false],
  ])('%s ends its paragraph: %s', (text, ends) => {
    expect(endsParagraph(text)).toBe(ends);
  });
  test('lists are split outside brackets', () => {
    expect(splitList('各县（市，区）局，各单位；有关企业')).toEqual([
      '各县（市，区）局',
      '各单位',
      '有关企业',
    ]);
  });
  test('marks left open are noticed, also half-width against full-width', () => {
    expect(isBalanced('关于印发《方案')).toBe(false);
    expect(isBalanced('（2021-2035年)')).toBe(true);
  });
});

test.each([
  ['第三条', '载体建设', '第三条　载体建设'],
  ['3.1', '市场监测', '3.1　市场监测'],
  ['一、', '总体要求', '一、总体要求'],
  ['（二）', '租金补贴', '（二）租金补贴'],
  ['①', '租金补贴', '①租金补贴'],
  ['', '租金补贴', '租金补贴'],
])('%s and %s on one line', (label, words, line) => {
  expect(labelled(label, words)).toBe(line);
});
