/** The tree of a web page → the lines it shows, by the rules of a browser's own style sheet (HTML, 15 Rendering). */
import { withoutBreakPlaces } from '../../notation/normalize/invisible.ts';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { htmlAttribute } from './html-attributes.ts';
import { isBoilerplate, isHidden, UNSEEN_TAGS, wordsOfElement } from './boilerplate.ts';
import { listLabel } from './html-lists.ts';

type Element = Tree.Element;
type Node = Tree.ChildNode;

/** What belongs to a site and not to a notice; said to the clerk. */
const CHROME = new Set(['nav', 'button', 'select', 'dialog', 'iframe', 'object']);
/** How much is told of what was left out. */
const QUOTED = 20;
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'ol', 'p',
  'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]); // prettier-ignore
/**
 * Reads what a page shows.
 * @param page parsed
 * @returns its lines, and the first words of what was left out
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
    if (htmlAttribute(node, 'data-notice-text') !== null) return node;
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
  /** Numbers of list items that wait for the first words of the item. */
  #labels = '';

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
    if (CHROME.has(tagName) || isHidden(element) || isBoilerplate(element)) {
      const words = wordsOfElement(element);
      if (words !== '') this.left.add(`“${words.slice(0, QUOTED)}”`);
      return false;
    }
    if (UNSEEN_TAGS.has(tagName)) return false;
    if (tagName === 'br') this.#breakLine();
    if (BLOCKS.has(tagName)) this.endLine();
    if (tagName === 'pre') this.#pre += 1;
    if (tagName === 'li') this.#labels += listLabel(element);
    return true;
  }

  #leave({ tagName }: Element): void {
    if (tagName === 'pre') this.#pre -= 1;
    if (tagName === 'li') this.#labels = '';
    if (BLOCKS.has(tagName)) this.endLine();
    // paragraphs and headings stand apart from each other
    if (/^(?:p|h[1-6]|hr|table)$/.test(tagName)) this.lines.push('');
  }

  #breakLine(): void {
    this.lines.push(this.#line);
    this.#line = '';
  }

  #addText(value: string): void {
    const text = withoutBreakPlaces(value);
    if (this.#labels !== '' && text.trim() !== '') {
      this.#line += this.#labels;
      this.#labels = '';
    }
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
