/** What stands in a web page and is no text of it. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { htmlAttribute, styleOf } from './html-attributes.ts';

type Element = Tree.Element;
type Node = Tree.ChildNode;

/** Shown by no browser, or no words of a page. */
export const UNSEEN_TAGS = new Set([
  'head', 'script', 'style', 'template', 'noscript', 'noframes', 'iframe', 'object', 'embed', 'svg', 'canvas', 'audio', 'video',
  'select', 'datalist', 'textarea', 'button', 'input', 'dialog', 'rp', 'rt',
]); // prettier-ignore

/** Hidden, or added by a page of such an archive to the words of the notice (`data-added`; DESIGN, anchors). */
export function isHidden(element: Element): boolean {
  return (
    htmlAttribute(element, 'hidden') !== null ||
    htmlAttribute(element, 'data-added') !== null ||
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    // Word writes what it hides from browsers so
    styleOf(element, 'mso-hide') === 'all' ||
    isMargin(element)
  );
}

/** Headers, footers and comments of a document, as LibreOffice and Word write them into a web page. */
function isMargin(element: Element): boolean {
  const title = element.tagName === 'div' ? (htmlAttribute(element, 'title') ?? '') : '';
  const part = styleOf(element, 'mso-element') ?? '';
  return /^(?:header|footer)$/.test(title) || /^(?:header|footer|comment-list)$/.test(part);
}

/** Names that makers of sites give to what is no text. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|topbar|footer?|foot|copyright|breadcrumbs?|crumbs?|bread|location|position|share|bdsharebuttonbox|sidebar|search|toolbar|related|prev|next|pagination)(?:$|[\s_-])/i;

/** What a site calls so, and holds no sentence: a whole page may lie in a form, a text in a `div` named `position`. */
export function isBoilerplate(element: Element): boolean {
  const names = `${htmlAttribute(element, 'class') ?? ''} ${htmlAttribute(element, 'id') ?? ''} ${htmlAttribute(element, 'role') ?? ''}`;
  const isNamed = FURNITURE.test(names) || element.tagName === 'form';
  return isNamed && element.tagName !== 'body' && !holdsSentence(element);
}

/** Whether a sentence ends in an element, or it has too many parts to be furniture. */
function holdsSentence(element: Element): boolean {
  let seen = 0;
  const rest: Node[] = [...element.childNodes.slice(0, MOST_PARTS)];
  for (let node = rest.pop(); node; node = rest.pop()) {
    seen += 1;
    if (seen > MOST_PARTS) return true;
    if (node.nodeName === '#text' && /[。；]/.test((node as Tree.TextNode).value)) return true;
    if ('childNodes' in node) rest.push(...node.childNodes.slice(0, MOST_PARTS));
  }
  return false;
}

/** Parts of an element that are looked at: of pages nested without end each is not read a thousand times. */
const MOST_PARTS = 1000;

/** What stands in an element, on one line; of its first parts alone. */
export function wordsOfElement(element: Element): string {
  let words = '';
  let seen = 0;
  const rest: Node[] = [element];
  for (let node = rest.pop(); node && seen < MOST_PARTS; node = rest.pop()) {
    seen += 1;
    if (node.nodeName === '#text') words += ` ${(node as Tree.TextNode).value}`;
    if ('childNodes' in node && !UNSEEN_TAGS.has(node.nodeName))
      rest.push(...node.childNodes.slice(0, MOST_PARTS).reverse());
  }
  return words.replace(/\s+/g, ' ').trim();
}
