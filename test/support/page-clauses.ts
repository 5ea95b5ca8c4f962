import {
  attributeOf,
  elementsOf,
  type Element,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import { comparable } from '../../src/notation/normalize/words.ts';

/** A place of a notice as its page prints it. */
export interface PageClause {
  id: string;
  /** Its own words, without those of the places in it; in the printed reading, for comparing. */
  own: string;
  /** Where all its words begin and end among those of the page. */
  start: number;
  end: number;
}

/** What stands on the page and is no text of the notice. */
const isAdded = (element: Element): boolean =>
  ['data-added', 'data-residue'].some((name) => attributeOf(element, name) !== undefined);

/** The one element of a page whose text is the seed's. */
async function noticeText(folder: string, id: string): Promise<Element> {
  const { document } = await readPage(folder, `notices/${id}.html`);
  const found = [...elementsOf(document)].filter(
    (element) => attributeOf(element, 'data-notice-text') !== undefined,
  );
  if (found.length !== 1) throw new Error(`${id}: ${found.length} elements hold the text`);
  return found[0]!;
}

/**
 * The words of a notice on its page, for comparing.
 *
 * @param folder of the built site
 * @param id of the notice
 */
export async function wordsOfPage(folder: string, id: string): Promise<string> {
  return comparable(elementText(await noticeText(folder, id), isAdded));
}

/**
 * Everything on the page of a notice that has an address, in printed order.
 *
 * @param folder of the built site
 * @param id of the notice
 */
export async function clausesOfPage(folder: string, id: string): Promise<PageClause[]> {
  const root = await noticeText(folder, id);
  const clauses: PageClause[] = [];
  visit(root, 0);
  return clauses;

  /** @returns where its words end */
  function visit(element: Element, start: number): number {
    const own = attributeOf(element, 'id');
    const clause =
      own === undefined ? null : { id: own, own: ownWords(element), start, end: start };
    if (clause) clauses.push(clause);
    let at = start;
    for (const child of element.childNodes) {
      if (!('attrs' in child)) at += comparable(elementText(child)).length;
      else if (!isAdded(child)) at = visit(child, at);
    }
    if (clause) clause.end = at;
    return at;
  }
}

function ownWords(element: Element): string {
  const isOther = (inner: Element) =>
    inner !== element && (isAdded(inner) || attributeOf(inner, 'id') !== undefined);
  return comparable(elementText(element, isOther));
}
