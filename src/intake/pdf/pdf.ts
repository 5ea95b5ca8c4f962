/** PDF files → the lines as they are printed. */
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfPage, piecesOf } from './pdf-page.ts';
import { pdfLines } from './pdf-lines.ts';
import { FONT_MAPS } from './pdf-maps.ts';
import { withoutMargins } from './pdf-margins.ts';
import { pdfParagraphs } from './pdf-paragraphs.ts';
import { type Received, type Remark, seedText } from '../received.ts';
import { refused } from '../refuse.ts';

const MOST_PAGES = 1000;
/** Pages that are looked at for type that cannot be read. */
const LOOKED_AT = 3;

/**
 * Reads the text of a PDF (ISO 32000) by the places of its words: no script in it is run, no font loaded, nothing fetched.
 * @param bytes of the file
 * @throws {Refused} when it cannot be read, wants a password, has too many pages or no text
 */
export async function readPdf(bytes: Uint8Array): Promise<Received> {
  const document = await open(bytes);
  try {
    if (document.numPages > MOST_PAGES) throw refused('huge', `${document.numPages} pages`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(piecesOf(page.getViewport({ scale: 1 }), await page.getTextContent()));
      page.cleanup();
    }
    const bodies = withoutMargins(
      pages.map(({ width, pieces }) => ({ width, lines: pdfLines(pieces) })),
    );
    const text = seedText(pdfParagraphs(bodies.pages));
    if (text.trim() === '') {
      // a watermark over a scan is no text
      const isScan = pages.some(({ turned }) => turned.length > 0) || !(await showsText(document));
      throw refused(isScan ? 'scan' : 'unmapped');
    }
    return { text, remarks: remarksOn(pages, bodies.heads) };
  } finally {
    await document.cleanup();
  }
}

/** Whether a page draws type: then its text is there and cannot be read. */
async function showsText(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(document.numPages, LOOKED_AT); number++) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList();
    if (fnArray.some((operator) => operator === OPS.showText)) return true;
  }
  return false;
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // pdf.js takes the bytes away from whoever gave them
    return await getDocument({
      data: new Uint8Array(bytes),
      ...FONT_MAPS,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw refused('encrypted');
    throw refused('damaged', error instanceof Error ? error.message : String(error));
  }
}

function remarksOn(pages: readonly PdfPage[], heads: readonly string[]): Remark[] {
  const remarks: Remark[] = [];
  const bare = pages.flatMap(({ pieces }, at) => (pieces.length === 0 ? [at + 1] : []));
  if (bare.length > 0)
    remarks.push({
      rule: 'pdf-page-without-text',
      reason: `Page ${bare.join(', ')} of ${pages.length} holds no text: it is empty or a picture. 第 ${bare.join('、')} 页没有文字，可能是空白页或图片。`,
      note: 'Look at the page; what a picture says must be typed or read by OCR. 如为图片，请 OCR 或录入。',
    });
  if (heads.length > 0)
    remarks.push({
      rule: 'pdf-margins',
      reason: `Running heads and feet were left out: ${heads.map((text) => `“${text.slice(0, 60)}”`).join(', ')}. 略去了页眉页脚。`,
      note: 'If one is part of the notice, type it into the text. 如属正文，请补录。',
    });
  const turned = pages.flatMap((page) => page.turned);
  if (turned.length > 0)
    remarks.push({
      rule: 'pdf-turned-text',
      reason: `Text that stands aslant or upright was left out, mostly a watermark: “${turned.join('').slice(0, 40)}”. 略去了斜排、竖排文字（多为水印）。`,
      note: 'If it is part of the notice, type it into the text. 如属正文，请补录。',
    });
  const radicals = pages.reduce((sum, page) => sum + page.radicals, 0);
  if (radicals > 0)
    remarks.push({
      rule: 'pdf-radicals',
      reason: `${radicals} characters were stored as radicals of the same look (⼯ for 工) and read as what they stand for. 已把形同的部首码位还原为汉字。`,
      note: 'Nothing to do: fonts of PDF printers do this. 无需处理。',
    });
  return remarks;
}
