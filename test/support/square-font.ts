/**
 * A font for tests that count characters: every Chinese character and mark is as wide as it is high, everything of ASCII half
 * as wide, and nothing is drawn. With it a layout is the same on every machine, whatever fonts it has.
 */

/** First and last character of a range, and the width of each in it. */
type Range = readonly [first: number, last: number, width: number];

const EM = 1000;
const RANGES: readonly Range[] = [
  [0x20, 0x7e, EM / 2],
  [0xb7, 0xb7, EM],
  [0x2010, 0x2027, EM],
  [0x3000, 0x303f, EM],
  [0x4e00, 0x9fff, EM],
  [0xff00, 0xffef, EM],
];
/** Glyph 0 stands for all characters that have none. */
const WIDTHS = [
  EM,
  ...RANGES.flatMap(([first, last, width]) => Array<number>(last - first + 1).fill(width)),
];

/** The bytes of the font: TrueType (ISO/IEC 14496-22) with the tables that a browser asks for. */
export function squareFont(): Buffer {
  const tables: Record<string, Buffer> = {
    'OS/2': words(0, EM, 400, 5, ...zeros(27), 0x40, 0x20, 0xffff, 880, -120, 0, 880, 120),
    cmap: cmap(),
    glyf: Buffer.alloc(4),
    head: head(),
    hhea: words(1, 0, 880, -120, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, WIDTHS.length),
    hmtx: words(...WIDTHS.flatMap((width) => [width, 0])),
    loca: Buffer.alloc((WIDTHS.length + 1) * 2),
    maxp: words(1, 0, WIDTHS.length, ...zeros(4), 2, ...zeros(8)),
    name: words(0, 0, 6),
    post: words(3, ...zeros(15)),
  };
  return assembled(tables);
}

const zeros = (count: number): number[] => Array<number>(count).fill(0);

/** Numbers of 16 bits. */
function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => buffer.writeUInt16BE(value & 0xffff, at * 2));
  return buffer;
}

/** Numbers of 32 bits. */
function longs(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => buffer.writeUInt32BE(value >>> 0, at * 4));
  return buffer;
}

function head(): Buffer {
  return Buffer.concat([
    longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
    words(0, EM, ...zeros(8), 0, -120, EM, 880, 0, 8, 2, 0, 0),
  ]);
}

/** Format 12: the glyphs stand in the order of their characters. */
function cmap(): Buffer {
  let glyph = 1;
  const groups = RANGES.map(([first, last]) => {
    const group = longs(first, last, glyph);
    glyph += last - first + 1;
    return group;
  });
  return Buffer.concat([
    words(0, 1, 3, 10),
    longs(12),
    words(12, 0),
    longs(16 + groups.length * 12, 0, groups.length),
    ...groups,
  ]);
}

/** The file: a directory of the tables, then each at a multiple of four. */
function assembled(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(names.length));
  const directory = [
    longs(0x10000),
    words(names.length, 16 << power, power, (names.length - (1 << power)) * 16),
  ];
  const bodies: Buffer[] = [];
  let offset = 12 + names.length * 16;
  for (const name of names) {
    const table = tables[name] ?? Buffer.alloc(0);
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    directory.push(Buffer.from(name), longs(sumOf(body), offset, table.length));
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

function sumOf(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
