/** Files that might lie in `seeds/`, for fast-check: texts of what notices are made of, and damaged copies of the real seeds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { project } from './places.ts';

/** What notices, Markdown, MDX, HTML and YAML are made of. */
const TOKENS = [
  '一、', '二、', '（一）', '（二）', '(三)', '1. ', '2．', '3、', '（1）', '①', '第一条 ', '第二条', '第一章 总则', '第一节', '1.1 ', '1.2', '1.1.1', '11.121人才',
  '附件：', '附件1', '附件：1.表', '2023年3月5日', '二○二○年一月一日', '（此件公开发布）', '市知识产权局', '各单位：', '关于印发《方案》的通知', '工作方案',
  '汉〔2023〕1号', '汉〔2023', '〕1号', '第5号', '— 3 —', '目录', '抄送：某局。', '2023年3月5日印发', '文件', '知识产权', '。', '；', '：', '，', '《', '》', '〈', '〉', '“', '”', '——',
  '（', '）', '〔', '〕', '[', ']', '国 铁 集 团', '（责任单位：市局）', '[牵头单位：市局]', '【市局】', '（试行）', '（代章）', '十四五规划', '分享到：', '打印本页', 'ꎬ', 'ꎮ',
  '# ', '## ', '**', '*', '_', '__', '`', '```', '~~~', '~~', '~', '---', '===', '- ', '+ ', '> ', '* ', '| a | b |', '|---|---|', '[a](b)', '![x](y)', '[^1]', '[^1]: x', '[x] ', '\\', '\\n',
  'import x from "y"', 'export default 1', '{process.exit(1)}', '{', '}', '${', '<script>alert(1)</script>', '</Clause>', '<P>', '<', '>', '<!-- x -->', ']]>', '*/}', '&amp;', '&#65;', '&', 'javascript:',
  'http://a.cn', 'www.a.cn', 'a@b.cn', '../', '$x$', '::', '^', '==', '"', "'", '--', '...', '…', 'A', 'b1', '😀', '𠮷',
  '\n', '\n\n', '\r\n', '\r', ' ', '  \n', '　', '　　', '\t', '\f', '\u{85}', '\u{2028}', '\u{FEFF}', '\u{A0}', '\u{200B}', '\u{202E}', '\u{FFFD}', '\u{1}', '\u{0}',
]; // prettier-ignore

/** A text of such tokens. */
export const notationText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...TOKENS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { minLength: 1, maxLength: 50 },
  )
  .map((parts) => parts.join(''));

const folder = join(project, 'seeds');
const SEEDS = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8').split(/(?<=\n)/));

const ENCODINGS = {
  utf8: (text: string) => Buffer.from(text),
  'utf8 with BOM': (text: string) => Buffer.from(`\u{FEFF}${text}`),
  utf16le: (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le'),
  'utf16le without BOM': (text: string) => Buffer.from(text, 'utf16le'),
  utf16be: (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16(),
  gb18030: gb18030Of,
} satisfies Record<string, (text: string) => Buffer>;

const NAMES = Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[];

let gbPairs: Map<string, number> | undefined;

/** A text in GB18030; what has no two bytes there is left out. */
function gb18030Of(text: string): Buffer {
  gbPairs ??= allGbPairs();
  const pairs = gbPairs;
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const pair = pairs.get(character);
      return code < 0x80 ? [code] : pair === undefined ? [] : [pair >> 8, pair & 0xff];
    }),
  );
}

/** Node decodes GB18030 and does not encode it. */
function allGbPairs(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f)
        found.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  return found;
}

/** Lines of a seed: mostly a page or two, so that many runs can be made. */
const lines = fc
  .record({ seed: fc.nat(SEEDS.length - 1), start: fc.nat(1000), length: fc.integer({ min: 1, max: 40 }), whole: fc.nat(15) })
  .map(({ seed, start, length, whole }) => {
    const all = SEEDS[seed] ?? [];
    if (whole === 15) return all.join('');
    const first = start % Math.max(1, all.length);
    return all.slice(first, first + length).join('');
  }); // prettier-ignore

/** A place in a file of any length, as a share of 10,000. */
const place = fc.nat(10_000);
const at = (bytes: Buffer, share: number): number => Math.floor((bytes.length * share) / 10_001);

/** Bytes that do not belong: controls, halves of characters of each encoding, surrogates without the other, marks of other encodings. */
const STRAY = [
  [0x00], [0x01], [0x07], [0x08], [0x0b], [0x0c], [0x1a], [0x1b, 0x5b, 0x33, 0x31, 0x6d], [0x7f], [0x85], [0x0d], [0x0a],
  [0xb0], [0xd6], [0x81, 0x30], [0x81, 0x30, 0x81], [0xe4], [0xe4, 0xb8], [0xf0, 0x9f], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff], [0xfe], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf],
  [0x00, 0xd8], [0x00, 0xdc], [0xd8, 0x00], [0xdc, 0x00], [0x50, 0x4b, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46],
]; // prettier-ignore

type Damage = (bytes: Buffer) => Buffer;

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(place, fc.nat(7)).map(([where, bit]) => flip(where, bit)) },
  { weight: 2, arbitrary: fc.tuple(place, place).map(([from, to]) => cut(from, to)) },
  { weight: 2, arbitrary: fc.tuple(place, lines).map(([where, text]) => splice(where, Buffer.from(text))) },
  { weight: 2, arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(([where, times]) => repeatLine(where, times)) },
  { weight: 1, arbitrary: fc.tuple(place, fc.constantFrom(...STRAY)).map(([where, stray]) => splice(where, Buffer.from(stray))) },
  { weight: 4, arbitrary: fc.tuple(place, fc.constantFrom(...TOKENS)).map(([where, token]) => splice(where, Buffer.from(token))) },
); // prettier-ignore

function flip(where: number, bit: number): Damage {
  return (bytes) => {
    const index = at(bytes, where);
    return Buffer.from(bytes.map((byte, each) => (each === index ? byte ^ (1 << bit) : byte)));
  };
}

function cut(from: number, to: number): Damage {
  return (bytes) => {
    const [start, end] = [at(bytes, Math.min(from, to)), at(bytes, Math.max(from, to))];
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  };
}

function splice(where: number, what: Buffer): Damage {
  return (bytes) => {
    const index = at(bytes, where);
    return Buffer.concat([bytes.subarray(0, index), what, bytes.subarray(index)]);
  };
}

/** Bytes added: a folded seed is one line, and eight times thirty of it would fill the memory. */
const MOST_REPEATED = 20_000;

function repeatLine(where: number, times: number): Damage {
  return (bytes) => {
    const index = at(bytes, where);
    const start = bytes.lastIndexOf(0x0a, index) + 1;
    const end = bytes.indexOf(0x0a, index) + 1;
    const line = bytes.subarray(start, end === 0 ? bytes.length : end);
    const again = Math.min(times, Math.floor(MOST_REPEATED / Math.max(1, line.length)));
    return Buffer.concat([bytes.subarray(0, start), ...Array<Buffer>(again).fill(line), bytes.subarray(start)]); // prettier-ignore
  };
}

/** The bytes of a seed, in any encoding, with one to eight places damaged. */
export const damagedSeed: fc.Arbitrary<Uint8Array> = fc
  .record({
    text: lines,
    encoding: fc.oneof(
      { weight: 2, arbitrary: fc.constant('utf8' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
    ),
    damages: fc.array(damage, { minLength: 1, maxLength: 8 }),
  })
  .map(({ text, encoding, damages }) =>
    Uint8Array.from(damages.reduce((bytes, each) => each(bytes), ENCODINGS[encoding](text))),
  );

/** A text of tokens, or a damaged seed. */
export const seedBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  notationText.map((text) => new TextEncoder().encode(text)),
  damagedSeed,
);
