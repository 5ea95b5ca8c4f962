/** The tree of a web page → the lines it shows, by the rules of a browser's own style sheet (HTML, 15 Rendering). */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { formatNumber } from './number-formats.ts';

type Element = Tree.Element;
type Node = Tree.ChildNode;

/** Shown by no browser, or no words of a page. */
const UNSEEN = new Set([
  'head', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'canvas', 'audio', 'video',
  'select', 'datalist', 'textarea', 'button', 'input', 'dialog', 'rp', 'rt',
]); // prettier-ignore
/** What belongs to a site and not to a notice; said to the clerk. */
const CHROME = new Set(['nav', 'button', 'select', 'dialog', 'iframe', 'object']);
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'ol', 'p',
  'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]); // prettier-ignore
/** Kinds of ordered lists → formats of Word. */
const LIST_FORMATS = new Map(Object.entries({
  a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman',
  'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter', 'upper-alpha': 'upperLetter', 'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman', 'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting', 'trad-chinese-informal': 'chineseCounting', 'cjk-decimal': 'ideographDigital',
})); // prettier-ignore

/**
 * Reads what a page shows.
 * @param page parsed
 * @returns its lines, and the names of elements that were left out though they show something
 */
export function htmlLines(page: Tree.Document): { lines: string[]; left: Set<string> } {
  const reader = new Reader();
  const part = mainPart(page);
  if (part) reader.left.add(`all around <${part.tagName}>`);
  reader.read(part ? [part] : page.childNodes);
  reader.endLine();
  return { lines: reader.lines, left: reader.left };
}

/** The part of a page that is its text, where the page says so: the words of a notice of such an archive (DESIGN, anchors), or its only `<main>`. */
function mainPart(page: Tree.Document): Element | null {
  const mains: Element[] = [];
  const rest: Node[] = [...page.childNodes];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (!('tagName' in node)) continue;
    if (attributeOf(node, 'data-notice-text') !== null) return node;
    if (node.tagName === 'main') mains.push(node);
    for (const child of node.childNodes) rest.push(child);
  }
  return mains.length === 1 ? (mains[0] ?? null) : null;
}

/** A frame of the walk: where it goes on behind an element. */
interface Frame {
  nodes: readonly Node[];
  at: number;
  element: Element | null;
}

class Reader {
  readonly lines: string[] = [];
  readonly left = new Set<string>();
  #line = '';
  #pre = 0;

  /** Without recursion: pages may be nested as deep as they like. */
  read(nodes: readonly Node[]): void {
    const stack: Frame[] = [{ nodes, at: 0, element: null }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const node = frame.nodes[frame.at++];
      if (!node) {
        stack.pop();
        if (frame.element) this.#leave(frame.element);
      } else if (node.nodeName === '#text') this.#addText((node as Tree.TextNode).value);
      else if ('tagName' in node && this.#enter(node))
        stack.push({ nodes: node.childNodes, at: 0, element: node });
    }
  }

  endLine(): void {
    if (this.#line.trim() !== '') this.lines.push(this.#line);
    this.#line = '';
  }

  /** @returns whether what is in it is read */
  #enter(element: Element): boolean {
    const { tagName } = element;
    if (CHROME.has(tagName) || isHidden(element)) {
      if (hasText(element)) this.left.add(tagName);
      return false;
    }
    if (UNSEEN.has(tagName)) return false;
    if (tagName === 'br') this.#breakLine();
    if (BLOCKS.has(tagName)) this.endLine();
    if (tagName === 'pre') this.#pre += 1;
    if (tagName === 'li') this.#line = listLabel(element);
    return true;
  }

  #leave({ tagName }: Element): void {
    if (tagName === 'pre') this.#pre -= 1;
    if (BLOCKS.has(tagName)) this.endLine();
    // paragraphs and headings stand apart from each other
    if (/^(?:p|h[1-6]|hr|table)$/.test(tagName)) this.lines.push('');
  }

  #breakLine(): void {
    this.lines.push(this.#line);
    this.#line = '';
  }

  #addText(value: string): void {
    const text = value.replace(/[\u{AD}\u{200B}]/gu, '');
    if (this.#pre > 0) {
      const [first = '', ...others] = text.split(/\r\n|[\n\r]/);
      this.#line += first;
      for (const other of others) {
        this.#breakLine();
        this.#line = other;
      }
    } else {
      const closed = text.replace(/[ \t\n\r\f]+/g, ' ');
      this.#line += /(?:^|\s)$/.test(this.#line) ? closed.replace(/^ /, '') : closed;
    }
  }
}

const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

const styleOf = (element: Element, property: string): string | null =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, 'i')
    .exec(attributeOf(element, 'style') ?? '')?.[1]
    ?.trim() ?? null;

/** Hidden, or added by a page of such an archive to the words of the notice (`data-added`; DESIGN, anchors). */
function isHidden(element: Element): boolean {
  return (
    attributeOf(element, 'hidden') !== null ||
    attributeOf(element, 'data-added') !== null ||
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    // Word writes what it hides from browsers so
    styleOf(element, 'mso-hide') === 'all'
  );
}

/** Whether anything stands in an element; looks at its first parts alone. */
function hasText(element: Element): boolean {
  let seen = 0;
  const rest: Node[] = [...element.childNodes];
  for (let node = rest.pop(); node && seen < 1000; node = rest.pop()) {
    seen += 1;
    if (node.nodeName === '#text' && (node as Tree.TextNode).value.trim() !== '') return true;
    if ('childNodes' in node) rest.push(...node.childNodes.slice(0, 1000));
  }
  return false;
}

/** The number that a browser prints in front of an item of an ordered list. */
function listLabel(item: Element): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const type =
    styleOf(item, 'list-style-type') ??
    styleOf(list, 'list-style-type') ??
    styleOf(list, 'list-style') ??
    attributeOf(list, 'type') ??
    '1';
  if (type.includes('none')) return '';
  const format = LIST_FORMATS.get(type) ?? 'decimal';
  const number = ordinalOf(item, list);
  return `${formatNumber(format, number)}${format === 'chineseCounting' ? '、' : '. '}`;
}

function ordinalOf(item: Element, list: Element): number {
  const items = itemsOf(list);
  return items.get(item) ?? 1;
}

/** List → number of each item; kept, so that a long list is counted once. */
const counted = new WeakMap<Element, Map<Element, number>>();

function itemsOf(list: Element): Map<Element, number> {
  const known = counted.get(list);
  if (known) return known;
  const items = new Map<Element, number>();
  let next = Number(attributeOf(list, 'start') ?? 1) || 1;
  for (const child of list.childNodes) {
    if (!('tagName' in child) || child.tagName !== 'li') continue;
    const value = attributeOf(child, 'value');
    if (value !== null && /^\d{1,4}$/.test(value)) next = Number(value);
    items.set(child, next++);
  }
  counted.set(list, items);
  return items;
}
