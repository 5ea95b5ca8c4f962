/** PDF files become paragraphs, by where their words stand. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/exports/json.ts';
import { plainTextOf } from '../../src/exports/plain-text.ts';
import { factsOf } from '../../src/notice/facts.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { readSeeds } from '../../src/pipeline/seeds.ts';
import { linesOf } from '../../src/receive/pdf-lines.ts';
import { piecesOf } from '../../src/receive/pdf-page.ts';
import { paragraphsOf } from '../../src/receive/pdf-paragraphs.ts';
import { receive } from '../../src/receive/receive.ts';
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
    expect(await receive('x.pdf', pdf(content))).toMatchObject({ text, remarks: [] });
  });

  test('a watermark is left out and quoted', async () => {
    const turned = 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n';
    const receipt = await receive('x.pdf', pdf(show(50, 800, 'text') + turned));
    expect(receipt).toMatchObject({ text: 'text\n', remarks: [{ rule: 'pdf-turned-text' }] });
    expect(JSON.stringify(receipt)).toContain('“DRAFT”');
  });

  test('no text: a scan', async () => {
    expect(await receive('x.pdf', pdf('0 0 m 10 10 l S'))).toMatchObject({
      refusal: { rule: 'refused-scan' },
    });
  });

  test('a font without a map to characters is said to be one, not a scan', async () => {
    const bytes = Buffer.from(pdf('BT /F 12 Tf 50 800 Td <d6aa> Tj ET')).toString('latin1');
    // Adobe’s map GBK-EUC-H is not in the file
    const font =
      '/Type0/BaseFont/S/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>';
    const mapless = latin(bytes.replace('/Type1/BaseFont/Helvetica>>', font));
    expect(await receive('x.pdf', mapless)).toMatchObject({
      refusal: { rule: 'refused-unmapped' },
    });
  });

  test('a password', async () => {
    const key = '41'.repeat(32);
    const trailer = `/ID[<${key}><${key}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
    expect(await receive('x.pdf', pdf(show(50, 800, 'a'), { trailer }))).toMatchObject({
      refusal: { rule: 'refused-encrypted' },
    });
  });

  test('more than 1,000 pages', async () => {
    expect(await receive('x.pdf', pdf(show(50, 800, 'a'), { pages: 1001 }))).toMatchObject({
      refusal: { rule: 'refused-huge' },
    });
  });

  test('a script in it is not run', async () => {
    const catalog = '/OpenAction<</S/JavaScript/JS(globalThis.ran = true; app.alert\\(1\\))>>';
    expect(await receive('x.pdf', pdf(show(50, 800, 'text'), { catalog }))).toMatchObject({
      text: 'text\n',
    });
    expect('ran' in globalThis).toBe(false);
  });

  test('cut off anywhere it is read or refused', async () => {
    const whole = pdf(show(50, 800, 'text'));
    for (let end = 10; end < whole.length; end += 37) {
      await expect(receive('x.pdf', whole.slice(0, end))).resolves.toBeDefined();
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
      return text === '' ? [] : linesOf([piece]);
    }),
  });
  const full = '甲'.repeat(28);
  const first = `　　${'乙'.repeat(26)}`;

  test('a full line goes on below, where lines begin', () => {
    expect(paragraphsOf([page(first, full, '丙。', first, '丁。', first, '戊。')])).toEqual([
      `${'乙'.repeat(26)}${full}丙。`, `${'乙'.repeat(26)}丁。`, `${'乙'.repeat(26)}戊。`,
    ]); // prettier-ignore
  });

  test('over the page break; the page number comes behind', () => {
    const one = page(first, full, first, full, first, full, '', '', '— 1 —');
    expect(paragraphsOf([one, page('己。', first, '庚。')])).toEqual([
      ...Array.from({ length: 2 }, () => `${'乙'.repeat(26)}${full}`),
      `${'乙'.repeat(26)}${full}己。`,
      '— 1 —',
      `${'乙'.repeat(26)}庚。`,
    ]);
  });

  test('a running head on three pages is no text between them', () => {
    const pages = [1, 2, 3].map((number) => {
      const own = [first, full].map((line) => line.replace(/.$/, '子丑寅'[number - 1]!));
      return page(`某市公报${number}`, ...own, ...own, ...own);
    });
    const text = paragraphsOf(pages);
    expect(text.filter((line) => line.startsWith('某市公报'))).toEqual([
      '某市公报1',
      '某市公报2',
      '某市公报3',
    ]);
    expect(text).toHaveLength(12);
  });

  test('without indents a number, a colon or 。 ends it', () => {
    const sentence = `${'甲'.repeat(27)}。`;
    expect(paragraphsOf([page(full, '一、乙', '', '', full, '丙', sentence, '丁')])).toEqual([
      full, '一、乙', '', `${full}丙`, sentence, '丁',
    ]); // prettier-ignore
  });
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
    const receipt = await receive('x.pdf', await print(lines));
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
