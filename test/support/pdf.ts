import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page, lengths in mm. */
export interface TestPdfPiece {
  text: string;
  /** Left end, and right end, from the left edge of the paper. */
  left: number;
  right: number;
  /** Base line, from the upper edge of the paper. */
  base: number;
  /** Size of its type. */
  size: number;
}

/** What stands on one side of a sheet. */
export interface PrintedPage {
  width: number;
  height: number;
  /** From top to bottom, and in a line from left to right. White space is left out. */
  pieces: TestPdfPiece[];
}

const MM = 25.4 / 72;

/** Pieces whose base lines differ by less stand in one line. */
const ONE_LINE = 1;

/** The pages of a PDF. */
export async function testPdfPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item, height)] : []));
    pages.push({
      width: width * MM,
      height: height * MM,
      pieces: inOrder(pieces.filter(({ text }) => text.trim() !== '')),
    });
  }
  return pages;
}

interface Item {
  str: string;
  width: number;
  /** Scale, skew and place of its first character, from the lower left corner. */
  transform: number[];
}

function pieceOf({ str, width, transform }: Item, height: number): TestPdfPiece {
  const [, , , scale = 0, x = 0, y = 0] = transform;
  return {
    text: str,
    left: x * MM,
    right: (x + width) * MM,
    base: (height - y) * MM,
    size: scale * MM,
  };
}

/** What is drawn last need not stand last. */
function inOrder(pieces: TestPdfPiece[]): TestPdfPiece[] {
  return testPdfLines([...pieces].sort((a, b) => a.base - b.base)).flatMap((line) =>
    line.sort((a, b) => a.left - b.left),
  );
}

/** Pieces from top to bottom, those of one line together. */
export function testPdfLines(pieces: readonly TestPdfPiece[]): TestPdfPiece[][] {
  const lines: TestPdfPiece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line?.[0] && piece.base - line[0].base < ONE_LINE) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}
