import { describe, expect, test } from 'vitest';
import { decode, read } from '../../src/pipeline/read.ts';

const TEXT = '关于印发《2023年知识产权工作要点》的通知\r\n各单位：请认真贯彻执行。';
const utf16 = (text: string, bom: boolean, swap: boolean): Uint8Array => {
  const bytes = Buffer.from((bom ? '\u{FEFF}' : '') + text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};
/** 各单位：请认真贯彻执行。 in GB18030 */
const GB = Uint8Array.from(Buffer.from('b8f7b5a5cebba3bac7ebc8cfd5e6b9e1b3b9d6b4d0d0a1a3', 'hex'));

describe('decode', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with BOM', new TextEncoder().encode(`\u{FEFF}${TEXT}`), 'utf-8'],
    ['UTF-16 LE with BOM', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16 BE with BOM', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 LE without BOM', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16 BE without BOM', utf16(TEXT, false, true), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding });
  });
  test.each([
    [false, 'utf-16le'],
    [true, 'utf-16be'],
  ])(
    'UTF-16 without BOM whose 一 and 十一 hold as many NULs as its line ends',
    (swap, encoding) => {
      const text = '一、一是统一部署。\n二、统一验收，一并通报。\n十一、一般事项。\n';
      expect(decode(utf16(text, false, swap))).toEqual({ text, encoding });
    },
  );
  test('GB18030', () => {
    expect(decode(GB)).toEqual({ text: '各单位：请认真贯彻执行。', encoding: 'gb18030' });
  });
  test('bytes that are no text', () => {
    expect(
      decode(Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)),
    ).toBeNull();
    expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 0, 2, 0]))).toBeNull();
  });
  test('UTF-8 with one damaged byte is not taken for GB18030', () => {
    const bytes = new TextEncoder().encode(TEXT.repeat(20));
    bytes[100] = 0xff;
    expect(decode(bytes)).toBeNull();
  });
});

describe('read', () => {
  test('names the place where UTF-8 breaks', () => {
    const bytes = new TextEncoder().encode(`第一行\n第二行很长很长很长很长的中文文字${TEXT}`);
    bytes[22] = 0xff;
    const file = read('seeds/x.txt', bytes);
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]).toMatchObject({ ruleId: 'encoding', fatal: true });
    expect(file.messages[0]?.reason).toMatch(/line 2, column 5/);
  });
  test.each([
    ['nothing', ''],
    ['white space', ' \n\u{3000}\n'],
  ])('%s is refused', (_, text) => {
    expect(read('seeds/x.txt', new TextEncoder().encode(text)).messages[0]).toMatchObject({
      ruleId: 'empty',
      fatal: true,
    });
  });
  test('a NUL is kept in sight', () => {
    const file = read('seeds/x.txt', new TextEncoder().encode('各单位：\n请\0认真贯彻执行。'));
    expect(String(file.value)).toBe('各单位：\n请\u{FFFD}认真贯彻执行。');
    expect(file.messages[0]).toMatchObject({ ruleId: 'replacement-character', line: 2, column: 2 });
  });
  test('the digest is of the bytes as received', () => {
    expect(read('seeds/x.txt', new TextEncoder().encode('abc')).data.seed?.sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

test('more than a string holds is refused in words', () => {
  const file = read('seeds/x.txt', new Uint8Array(200_000_001));
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['encoding']);
  expect(file.messages[0]?.reason).toContain('200 MB');
});

test('a file of two encodings is told, with the first line that is of the other', () => {
  const line = Buffer.concat([GB, Buffer.from('\n')]);
  const tail = Buffer.from('设立专利奖励\n贯彻执行\n', 'utf8');
  const bytes = Buffer.concat([...Array.from({ length: 40 }, () => line), tail]);
  const file = read('seeds/x.txt', bytes);
  expect(file.data.seed?.encoding).toBe('gb18030');
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual([
    'mixed-encodings',
    41,
  ]);
  expect(read('seeds/x.txt', GB).messages).toEqual([]);
});
