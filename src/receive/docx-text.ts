/** The body of a Word file → lines: one a paragraph, one a cell paragraph, more where a line was broken by hand. */
import type { Numbering } from './numbering.ts';
import { symbol } from './symbols.ts';
import { attribute, childAt, childrenOf, isElement, isOn } from './xml.ts';

/** What of a file is not in its text. */
export interface LeftOut {
  /** Insertions, deletions and moves that were tracked. */
  changes: number;
  /** Runs that are not printed. */
  hidden: number;
  /** Pictures and embedded objects. */
  pictures: number;
}

export interface DocxText {
  lines: string[];
  left: LeftOut;
}

/** Elements whose words are not printed, or are printed in another way: deleted words, codes of fields, pinyin above characters, properties. */
const SKIPPED = new Set([
  'del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'fldData', 'rt',
  'pPr', 'rPr', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'sdtPr', 'sdtEndPr', 'rubyPr',
]); // prettier-ignore
const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/**
 * Reads what a body prints.
 * @param body `w:body`, or the root of a header
 * @param notes footnotes, then endnotes, in the order of their marks
 * @param numbering of the file, not yet asked
 */
export function docxText(body: Element, notes: readonly Element[], numbering: Numbering): DocxText {
  const reader = new Reader(numbering);
  reader.read(body);
  for (const [at, note] of notes.entries()) reader.readNote(note, at + 1);
  return { lines: reader.lines, left: reader.left };
}

class Reader {
  readonly lines: string[] = [];
  readonly left: LeftOut = { changes: 0, hidden: 0, pictures: 0 };
  readonly #numbering: Numbering;
  #line = '';
  #notes = 0;
  /** Text boxes of the paragraph that is read: they come behind it. */
  #boxes: Element[] = [];

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Everything inside an element. */
  read(parent: Element): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (isElement(node)) this.#readElement(node);
    }
  }

  readNote(note: Element, number: number): void {
    this.#line = `[${number}] `;
    this.read(note);
  }

  #readElement(element: Element): void {
    const name = element.localName;
    if (CHANGES.has(name)) this.left.changes += 1;
    if (SKIPPED.has(name)) return;
    const sign = signOf(element);
    if (sign !== null) this.#line += sign;
    else if (name === 'p' && isWord(element)) this.#readParagraph(element);
    else if (name === 'r') this.#readRun(element);
    else if (name === 'AlternateContent') this.#readAlternate(element);
    else if (name === 'txbxContent') this.#boxes.push(element);
    else if (name === 'textpath') this.#readWordArt(element);
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#readMark(element);
    else {
      if (name === 'blip' || name === 'imagedata' || name === 'OLEObject' || name === 'altChunk')
        this.left.pictures += 1;
      this.read(element);
    }
  }

  #readParagraph(paragraph: Element): void {
    const properties = childAt(paragraph, 'pPr');
    const mark = childAt(properties, 'rPr');
    const outer = this.#boxes;
    this.#boxes = [];
    this.#line += this.#numbering.labelOf(properties);
    this.read(paragraph);
    // with its mark deleted a paragraph goes on in the next one
    if (childAt(mark, 'del') === null) this.#endLine();
    const boxes = this.#boxes;
    this.#boxes = outer;
    for (const box of boxes) this.read(box);
  }

  #endLine(): void {
    this.lines.push(this.#line);
    this.#line = '';
  }

  #readRun(run: Element): void {
    if (isOn(childAt(run, 'rPr'), 'vanish') && run.textContent !== '') this.left.hidden += 1;
    else this.read(run);
  }

  /** One thing said in two ways, for newer and older programs: the first that says anything is read (ECMA-376-3, 10.2). */
  #readAlternate(element: Element): void {
    const ways = childrenOf(element).filter(({ localName }) =>
      /^(?:Choice|Fallback)$/.test(localName),
    );
    const way = ways.find((each) => hasWords(each)) ?? ways[0];
    if (way) this.read(way);
  }

  /** 艺术字: a masthead may be drawn as one. */
  #readWordArt(element: Element): void {
    const words = attribute(element, 'string') ?? '';
    if (words !== '') this.lines.push(words);
  }

  #readMark(mark: Element): void {
    // notes with a mark of their own print it in the text
    if (attribute(mark, 'customMarkFollows') === null) this.#line += `[${(this.#notes += 1)}]`;
  }
}

/** The characters that an element stands for; null: it stands for none and is read. */
function signOf(element: Element): string | null {
  switch (element.localName) {
    case 't':
      return element.textContent.replace(/[\u{AD}\u{200B}]/gu, '').replace(/[\r\n]+/g, ' ');
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbol(attribute(element, 'char') ?? '');
    default:
      return null;
  }
}

/** Drawings have paragraphs of their own (`a:p`), whose words stand in no box. */
function isWord(element: Element): boolean {
  return element.namespaceURI?.includes('wordprocessingml') ?? false;
}

function hasWords(element: Element): boolean {
  return /\S/.test(element.textContent) || element.getElementsByTagName('v:textpath').length > 0;
}
