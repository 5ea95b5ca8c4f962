/** The words of a clause: in the reading that is shown, or as printed. */
import { labelled } from '../../notation/labelled.ts';

/** Elements that begin a new line. */
const BLOCKS = '.addressees, p, h1, h2, h3, h4, h5, h6, li, td, th';

/**
 * @param clause element of a clause or a paragraph in the text of a notice
 * @returns its words, the printed ones or, in 校订, the corrected ones, one printed block a line; what else the site
 * added is left out
 */
export function clauseText(clause: HTMLElement): string {
  return textOf(clause, isShown);
}

/**
 * The words that the lock keeps a digest of.
 *
 * @param clause as above
 * @returns its printed words, also in 校订, without what has an address of its own: further paragraphs and the clauses
 * nested in it
 */
export function visibleText(clause: HTMLElement): string {
  return textOf(
    clause,
    (words) => !words.closest('[data-added]') && words.closest('[id]') === clause,
  );
}

function textOf(clause: HTMLElement, isWanted: (words: Element) => boolean): string {
  const walker = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT);
  let text = '';
  let last: Element | null = null;
  let isInLabel = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const block = parent?.closest(BLOCKS) ?? null;
    if (!parent || !block || !isWanted(parent)) continue;
    if (last !== null && block !== last && !runsOn(last, block)) text += '\n';
    else if (isInLabel && !parent.closest('.label')) text = labelled(text, '');
    isInLabel = parent.closest('.label') !== null;
    last = block;
    text += node.textContent ?? '';
  }
  return text;
}

/** Whether corrections are shown and the clause holds one. */
export function isCorrected(clause: HTMLElement): boolean {
  return clause.querySelector('[data-corrected]:not([hidden])') !== null;
}

function isShown(element: Element): boolean {
  if (element.closest('[hidden]')) return false;
  return element.closest('[data-corrected]') !== null || element.closest('[data-added]') === null;
}

/** A run-in heading and the paragraph behind it are one printed block. */
function runsOn(heading: Element, next: Element): boolean {
  return (
    /^H\d$/.test(heading.tagName) &&
    heading.nextElementSibling === next &&
    heading.parentElement?.classList.contains('run-in') === true
  );
}
