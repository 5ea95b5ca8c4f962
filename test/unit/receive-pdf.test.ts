/** PDF files become paragraphs, by where their words stand. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/records/notice-record.ts';
import { plainTextOf } from '../../src/exports/plain-text/plain-text.ts';
import { factsOf } from '../../src/model/facts.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { pdfLines, type PrintedLine } from '../../src/intake/pdf/pdf-lines.ts';
import { withoutMargins } from '../../src/intake/pdf/pdf-margins.ts';
import { piecesOf } from '../../src/intake/pdf/pdf-page.ts';
import { pdfParagraphs } from '../../src/intake/pdf/pdf-paragraphs.ts';
import { readFileOf } from '../../src/intake/read-file.ts';
import { browsersHere } from '../support/browsers.ts';
import { project } from '../support/places.ts';
import { squareFont } from '../support/square-font.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** A PDF by hand. */
function pdf(content: string, { catalog = '', trailer = '', pages = 1 } = {}): Uint8Array {
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return latin(
    `${text}xref\n0 6\n0000000000 65535 f \n${rows}trailer<</Size 6/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
  );
}

const show = (x: number, y: number, text: string): string =>
  `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;

describe('by hand', () => {
  test.each([
    ['lines in reading order', show(50, 700, 'second') + show(50, 800, 'first'), 'first\nsecond\n'],
    [
      'words of one line, however they are drawn',
      show(90, 800, 'right') + show(50, 800, 'left'),
      'left right\n',
    ],
    ['bold by printing twice', show(50, 800, 'once') + show(50.4, 800, 'once'), 'once\n'],
  ])('%s', async (_, content, text) => {
    expect(await readFileOf('x.pdf', pdf(content))).toMatchObject({ text, remarks: [] });
  });

  const at = (matrix: string, text: string, size = 12): string =>
    `BT /F ${size} Tf ${matrix} Tm (${text}) Tj ET\n`;

  test.each([
    ['signs above and below a line', show(50, 700, 'H') + at('1 0 0 1 58.7 697', '2', 7) + show(63, 700, 'O m') + at('1 0 0 1 86 705', '2', 7), 'H2O m2\n'],
    ['a page that lies on its side', at('0 1 -1 0 100 100', 'first line') + at('0 1 -1 0 120 100', 'second'), 'first line\nsecond\n'],
    ['on its other side', at('0 -1 1 0 120 800', 'first line') + at('0 -1 1 0 100 800', 'second'), 'first line\nsecond\n'],
    ['upside down', at('-1 0 0 -1 300 100', 'first line') + at('-1 0 0 -1 300 120', 'second'), 'first line\nsecond\n'],
    ['words that OCR laid under a picture', 'BT 3 Tr /F 12 Tf 50 800 Td (seen by OCR) Tj ET', 'seen by OCR\n'],
  ])('%s', async (_, content, text) => {
    expect(await readFileOf('x.pdf', pdf(content))).toMatchObject({ text, remarks: [] });
  }); // prettier-ignore

  test('a watermark over pictures is no text: a scan', async () => {
    expect(
      await readFileOf('x.pdf', pdf(at('0.7 0.7 -0.7 0.7 100 100', 'DRAFT', 40))),
    ).toMatchObject({
      refusal: { rule: 'refused-scan' },
    });
  });

  test('a watermark is left out and quoted', async () => {
    const turned = 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n';
    const receipt = await readFileOf('x.pdf', pdf(show(50, 800, 'text') + turned));
    expect(receipt).toMatchObject({ text: 'text\n', remarks: [{ rule: 'pdf-turned-text' }] });
    expect(JSON.stringify(receipt)).toContain('“DRAFT”');
  });

  test('no text: a scan', async () => {
    expect(await readFileOf('x.pdf', pdf('0 0 m 10 10 l S'))).toMatchObject({
      refusal: { rule: 'refused-scan' },
    });
  });

  /** A PDF whose font is not in the file and says by name how its codes are to be read. */
  const named = (encoding: string, codes: string): Uint8Array => {
    const bytes = Buffer.from(pdf(`BT /F 12 Tf 50 800 Td <${codes}> Tj ET`)).toString('latin1');
    const font = `/Type0/BaseFont/S/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>`;
    return latin(bytes.replace('/Type1/BaseFont/Helvetica>>', font));
  };

  test.each([
    ['GBK-EUC-H', 'd6aacab6b2fac8a8'],
    ['GB-EUC-H', 'd6aacab6b2fac8a8'],
    ['UniGB-UCS2-H', '77e58bc64ea76743'],
    ['UniGB-UTF16-H', '77e58bc64ea76743'],
  ])('a font that is not in the file, in Adobe’s encoding %s', async (encoding, codes) => {
    expect(await readFileOf('x.pdf', named(encoding, codes))).toMatchObject({ text: '知识产权\n' });
  });

  test('a font in an encoding nobody knows is said to be one, not a scan', async () => {
    expect(await readFileOf('x.pdf', named('Nobody-H', 'd6aa'))).toMatchObject({
      refusal: { rule: 'refused-unmapped' },
    });
  });

  test('a password', async () => {
    const key = '41'.repeat(32);
    const trailer = `/ID[<${key}><${key}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
    expect(await readFileOf('x.pdf', pdf(show(50, 800, 'a'), { trailer }))).toMatchObject({
      refusal: { rule: 'refused-encrypted' },
    });
  });

  test('more than 1,000 pages', async () => {
    expect(await readFileOf('x.pdf', pdf(show(50, 800, 'a'), { pages: 1001 }))).toMatchObject({
      refusal: { rule: 'refused-huge' },
    });
  });

  test('a script in it is not run', async () => {
    const catalog = '/OpenAction<</S/JavaScript/JS(globalThis.ran = true; app.alert\\(1\\))>>';
    expect(await readFileOf('x.pdf', pdf(show(50, 800, 'text'), { catalog }))).toMatchObject({
      text: 'text\n',
    });
    expect('ran' in globalThis).toBe(false);
  });

  test('cut off anywhere it is read or refused', async () => {
    const whole = pdf(show(50, 800, 'text'));
    for (let end = 10; end < whole.length; end += 37) {
      await expect(readFileOf('x.pdf', whole.slice(0, end))).resolves.toBeDefined();
    }
  });
});

test('radicals are the characters of their look', () => {
  const item = { str: '⼯作⻔', width: 30, transform: [10, 0, 0, 10, 0, 0] };
  const page = piecesOf(
    { width: 100, height: 100, transform: [1, 0, 0, -1, 0, 100] },
    { items: [item] },
  );
  expect(page.pieces[0]).toMatchObject({ text: '工作门', base: 100, right: 30 });
  expect(page.radicals).toBe(2);
});

describe('paragraphs', () => {
  const SIZE = 16;
  const PITCH = 29;
  /** Lines of 28 characters, each at its indent; an empty one leaves room. */
  const page = (...lines: string[]) => ({
    width: 595,
    lines: lines.flatMap((line, at) => {
      const indent = /^　*/.exec(line)?.[0].length ?? 0;
      const text = line.slice(indent);
      const piece = {
        text,
        left: 80 + indent * SIZE,
        right: 80 + line.length * SIZE,
        base: 100 + at * PITCH,
        size: SIZE,
      };
      return text === '' ? [] : pdfLines([piece]);
    }),
  });
  const full = '甲'.repeat(28);
  const first = `　　${'乙'.repeat(26)}`;

  /** The text of pages, its empty lines as `|`. */
  const textOf = (...pages: ReturnType<typeof page>[]): string[] =>
    pdfParagraphs(withoutMargins(pages).pages).map((line) => line || '|');

  test('a full line goes on below, where lines begin', () => {
    expect(textOf(page(first, full, '丙。', first, '丁。', first, '戊。'))).toEqual([
      `${'乙'.repeat(26)}${full}丙。`, '|', `${'乙'.repeat(26)}丁。`, '|', `${'乙'.repeat(26)}戊。`,
    ]); // prettier-ignore
  });

  test('over the page break, without its number', () => {
    const one = page(first, full, first, full, first, full, '', '', '— 1 —');
    expect(textOf(one, page('己。', first, '庚。')).at(-3)).toBe(`${'乙'.repeat(26)}${full}己。`);
    expect(textOf(one, page('己。', first, '庚。')).join('')).not.toContain('1');
  });

  test('where most lines are set in, because paragraphs are short', () => {
    const short = page(
      first,
      first,
      first,
      first,
      first,
      first,
      full,
      '丙。',
      full,
      '丁',
      full,
      '戊。',
    );
    expect(textOf(short).slice(-3)).toEqual([
      `${'乙'.repeat(26)}${full}丙。`, '|', `${full}丁`, '|', `${full}戊。`,
    ].slice(-3)); // prettier-ignore
  });

  test('without indents a number or a colon ends it, a full stop does not', () => {
    const sentence = `${'甲'.repeat(27)}。`;
    const colon = `${'甲'.repeat(27)}：`;
    expect(textOf(page(full, '一、乙', '', '', full, '丙', sentence, '丁', colon, '戊'))).toEqual([
      full, '一、乙', '|', `${full}丙`, '|', `${sentence}丁`, '|', colon, '戊',
    ]); // prettier-ignore
  });

  test('a little room above a paragraph is enough where lines stand evenly', () => {
    const lines = page(full, full, full, full, full, full, '丙').lines;
    const lower = lines.map((line, at) => (at > 2 ? { ...line, base: line.base + 8 } : line));
    expect(textOf({ width: 595, lines: lower })).toEqual([
      full.repeat(3), '|', `${full.repeat(3)}丙`,
    ]); // prettier-ignore
  });

  test('justified lines end at the edge: one that ends near it ends its paragraph', () => {
    const lines = page(...Array<string>(6).fill(`${'甲'.repeat(26)}2A`), '题'.repeat(27), full).lines;
    expect(textOf({ width: 595, lines }).at(-3)).toContain('题'.repeat(27));
    expect(textOf({ width: 595, lines }).at(-1)).toBe(full);
  }); // prettier-ignore

  test.each([
    ['2021-', '2035年', '2021-2035年'],
    ['the', 'patent', 'the patent'],
    ['PCT', '专利', 'PCT专利'],
  ])('%s, %s: %s', (end, start, joined) => {
    const lines = page(`${'甲'.repeat(28 - end.length)}${end}`, start, full, full, full).lines;
    expect(textOf({ width: 595, lines })[0]).toContain(joined);
  });
});

describe('the edges of pages', () => {
  const line = (text: string, base: number, size = 16): PrintedLine => ({
    text, left: 80, right: 80 + text.length * size, base, size, column: 0,
  }); // prettier-ignore
  let words = 0;
  const bodyOf = () =>
    [200, 229, 258, 287, 316, 345].map((base) => {
      words += 1;
      return line(`正文${'甲乙丙丁'.repeat(words)}`, base);
    });
  const pageOf = (head: string[], foot: string[], own = bodyOf()) => ({
    width: 595,
    lines: [...head.map((text) => line(text, 60)), ...own, ...foot.map((text) => line(text, 800))],
  });
  const left = (...pages: ReturnType<typeof pageOf>[]) => {
    const { pages: bodies, heads } = withoutMargins(pages);
    return { heads, gone: pages.flatMap(({ lines }, at) => lines.filter((each) => !bodies[at]!.lines.includes(each)).map(({ text }) => text)) }; // prettier-ignore
  };

  test.each(['— 1 —', '-1-', '第 1 页', '第1页 共9页', '· 1 ·', '－１－', 'Page 1 of 3'])('%s is a page number', (foot) => {
    expect(left(pageOf([], [foot]))).toEqual({ heads: [], gone: [foot] });
  }); // prettier-ignore

  test('bare numbers are page numbers when they rise with the pages, wherever they begin', () => {
    expect(left(pageOf([], ['7']), pageOf([], ['8']), pageOf([], ['9'])).gone).toEqual(['7', '8', '9']); // prettier-ignore
    expect(left(pageOf([], ['1/2']), pageOf([], ['2/2'])).gone).toEqual(['1/2', '2/2']);
    expect(left(pageOf([], ['35']), pageOf([], ['12'])).gone).toEqual([]);
  });

  test('a single one when it is that of its page and stands apart', () => {
    expect(left(pageOf([], ['1'])).gone).toEqual(['1']);
    expect(left(pageOf([], ['35'])).gone).toEqual([]);
    expect(left(pageOf([], [], [...bodyOf(), line('1', 374)])).gone).toEqual([]);
  });

  test('a line on three pages at the same height is a running head; on two when it stands apart', () => {
    const heads = ['某市公报 2023 年第 5 期'];
    const three = [1, 2, 3].map((at) => pageOf(heads, [`${at}`]));
    expect(left(...three)).toEqual({ heads, gone: three.flatMap((_, at) => [heads[0], `${at + 1}`]) }); // prettier-ignore
    expect(left(pageOf(heads, []), pageOf(heads, []))).toEqual({ heads, gone: [...heads, ...heads] }); // prettier-ignore
    expect(left(pageOf(heads, [])).gone).toEqual([]);
  });

  test('heads may count; annexes on pages of their own do not make one', () => {
    expect(left(...[1, 2, 3].map((at) => pageOf([`文件汇编 ${at}`], []))).heads).toEqual(['文件汇编 1']); // prettier-ignore
    expect(left(...[1, 5, 3].map((at) => pageOf([`2023 年 ${at} 月`], []))).gone).toEqual([]);
    expect(left(...[1, 2, 3].map((at) => pageOf([`附件${at}`], []))).gone).toEqual([]);
    expect(left(...['一', '二', '三'].map((at) => pageOf([`第${at}章 总则`], []))).gone).toEqual([]); // prettier-ignore
  });
});

describe('columns', () => {
  const piece = (text: string, left: number, row: number) => ({
    text, left, right: left + text.length * 10, base: 100 + row * 15, size: 10,
  }); // prettier-ignore
  const rows = Array.from({ length: 12 }, (_, row) => row);

  test('full lines side by side are read one column after the other, below what stands above both', () => {
    const pieces = rows.flatMap((row) => [
      piece('左'.repeat(20), 50, row + 1),
      piece('右'.repeat(row === 11 ? 5 : 20), 270, row + 1),
    ]);
    const lines = pdfLines([piece('题'.repeat(30), 100, 0), ...pieces]);
    expect(lines.map(({ text, column }) => `${text[0]}${column}`).join('')).toBe(
      `题0${'左1'.repeat(12)}${'右2'.repeat(12)}`,
    );
  });

  test('cells of a table are read row by row', () => {
    const pieces = rows.flatMap((row) => [piece('张三', 50, row), piece('科长', 270, row)]);
    expect(pdfLines(pieces).map(({ text }) => text)).toEqual(rows.map(() => '张三 科长'));
  });
});

test('quotes of another font go into the gaps they are drawn in', () => {
  const piece = (text: string, from: number, to: number) => ({ text, left: from, right: to, base: 100, size: 10 }); // prettier-ignore
  const lines = pdfLines([piece('推动我市 十四五 规划', 0, 100), piece('“', 40, 45), piece(' ', 45, 75), piece('”', 75, 80)]); // prettier-ignore
  expect(lines.map(({ text }) => text)).toEqual(['推动我市“十四五”规划']);
});

describe('a notice that was printed comes back', async () => {
  const browsers = await browsersHere();
  const font = squareFont().toString('base64');
  const archive = pipeline(readSeeds(project));
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await browsers[0]?.launch();
  });
  afterAll(() => browser?.close());

  /** A4 by GB/T 9704-2012: 28 characters a line, first lines set in, page numbers. */
  async function print(paragraphs: readonly string[]): Promise<Uint8Array> {
    const page = await browser!.newPage();
    await page.setContent(
      '<style>body{margin:0;font:15.8pt/29pt S}p{margin:0;text-indent:2em;text-align:justify}</style>',
    );
    await page.evaluate(
      async ({ texts, base64 }) => {
        const face = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        document.fonts.add(await new FontFace('S', face.buffer).load());
        for (const text of texts)
          document.body.appendChild(document.createElement('p')).textContent = text;
      },
      { texts: paragraphs, base64: font },
    );
    const bytes = await page.pdf({
      format: 'A4',
      margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<div style="font-size:14pt;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
    });
    await page.close();
    return bytes;
  }

  test.skipIf(browsers.length === 0).each(archive.notices.map((each) => [each.notice.id, each] as const))('%s', async (_, { notice }) => {
    const lines = plainTextOf(notice).split('\n').filter((line) => line !== '');
    const receipt = await readFileOf('x.pdf', await print(lines));
    if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
    const read = (text: string) => pipeline([{ path: 'seeds/x.txt', bytes: new TextEncoder().encode(text) }]).notices[0]!.notice;
    const shape = (of: typeof notice): unknown =>
      JSON.parse(JSON.stringify(outlineOf(of), (key, value: unknown) => (key === 'source' || key === 'url' ? null : value)));
    const again = read(receipt.text ?? '');
    const once = read(lines.join('\n'));
    expect(shape(again)).toEqual(shape(once));
    expect(factsOf(again)).toEqual(factsOf(once));
  }); // prettier-ignore
});
