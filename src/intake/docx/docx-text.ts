/** The body of a Word file → lines: one a paragraph, one a cell paragraph, more where a line was broken by hand. */
import { withoutBreakPlaces } from '../../notation/normalize/invisible.ts';
import type { Numbering } from './numbering.ts';
import type { StyleSheet } from './style-sheet.ts';
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
/** Pictures, embedded objects, charts, diagrams, other files. */
const UNREAD = new Set(['blip', 'imagedata', 'OLEObject', 'altChunk', 'subDoc', 'relIds', 'chart']);

/**
 * Reads what a body prints.
 * @param body `w:body`, or the root of a header
 * @param notes footnotes, then endnotes, in the order of their marks
 * @param numbering of the file, not yet asked
 * @param styles of the file
 */
export function docxText(
  body: Element,
  notes: readonly Element[],
  numbering: Numbering,
  styles: StyleSheet,
): DocxText {
  const reader = new Reader(numbering, styles);
  reader.read(body);
  for (const [at, note] of notes.entries()) reader.readNote(note, at + 1);
  return { lines: reader.lines, left: reader.left };
}

class Reader {
  readonly lines: string[] = [];
  readonly left: LeftOut = { changes: 0, hidden: 0, pictures: 0 };
  readonly #numbering: Numbering;
  readonly #styles: StyleSheet;
  #line = '';
  /** Whether the line begins with a paragraph whose mark was deleted: it is one with the next. */
  #isOpen = false;
  /** Whether the style of the paragraph hides its words. */
  #isHidden = false;
  #notes = 0;
  /** Text boxes of the paragraph that is read: they come behind it. */
  #boxes: Element[] = [];

  constructor(numbering: Numbering, styles: StyleSheet) {
    this.#numbering = numbering;
    this.#styles = styles;
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
    if (UNREAD.has(name) || isDrawnByField(element)) this.left.pictures += 1;
    if (SKIPPED.has(name) || this.#isGoneFromTable(element)) return;
    const sign = signOf(element);
    if (sign !== null) this.#line += sign;
    else if (name === 'p' && isWord(element)) this.#readParagraph(element);
    else if (name === 'r') this.#readRun(element);
    else if (name === 'AlternateContent') this.#readAlternate(element);
    else if (name === 'txbxContent') this.#boxes.push(element);
    else if (name === 'textpath') this.#readWordArt(element);
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#readMark(element);
    else this.read(element);
  }

  /** Rows that were deleted, and cells that the one above them covers. */
  #isGoneFromTable(element: Element): boolean {
    const isDeleted = element.localName === 'tr' && childAt(element, 'trPr', 'del') !== null;
    if (isDeleted) this.left.changes += 1;
    const merge = element.localName === 'tc' ? childAt(element, 'tcPr', 'vMerge') : null;
    const isCovered = merge !== null && attribute(merge, 'val') !== 'restart';
    if (isCovered && element.textContent.trim() !== '') this.left.hidden += 1;
    return isDeleted || isCovered;
  }

  #readParagraph(paragraph: Element): void {
    const properties = childAt(paragraph, 'pPr');
    const mark = childAt(properties, 'rPr');
    const [before, boxes] = [this.#line, this.#boxes];
    [this.#line, this.#boxes] = ['', []];
    this.#isHidden = this.#styles.isHidden(this.#styles.nameOf(properties));
    this.read(paragraph);
    const own = this.#line;
    // with its mark deleted a paragraph goes on in the next one, whose number it takes
    const goesOn = childAt(mark, 'del') !== null;
    const isUnseen = own === '' && (this.#isHidden || isOn(mark, 'vanish'));
    const label = goesOn || isUnseen ? '' : this.#numbering.labelOf(properties);
    this.#line = this.#isOpen ? label + before + own : before + label + own;
    this.#isOpen = goesOn;
    this.#isHidden = false;
    if (!goesOn) this.#endLine();
    const inside = this.#boxes;
    this.#boxes = boxes;
    for (const box of inside) this.read(box);
  }

  #endLine(): void {
    this.lines.push(this.#line);
    this.#line = '';
  }

  #readRun(run: Element): void {
    if (this.#isHiddenRun(childAt(run, 'rPr')) && run.textContent !== '') this.left.hidden += 1;
    else this.read(run);
  }

  /** What the run says itself counts before its style, and that before the style of the paragraph. */
  #isHiddenRun(properties: Element | null): boolean {
    if (childAt(properties, 'vanish')) return isOn(properties, 'vanish');
    const style = attribute(childAt(properties, 'rStyle'), 'val');
    return this.#styles.isHidden(style) || this.#isHidden;
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

/** Characters that a field draws over each other, as ① of ○ and 1: they stand in its code alone. */
function isDrawnByField(element: Element): boolean {
  return element.localName === 'instrText' && /^\s*EQ\s/i.test(element.textContent);
}

/** The characters that an element stands for; null: it stands for none and is read. */
function signOf(element: Element): string | null {
  switch (element.localName) {
    case 't':
      return withoutBreakPlaces(element.textContent).replace(/[\r\n]+/g, ' ');
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
