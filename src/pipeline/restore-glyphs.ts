/** Restores the code points of the seed: scanning replaces radicals by the Han characters they look like (`scan/line.ts`). */
import { withoutLookAlikes } from '../notation/normalize/look-alikes.ts';
import type { Notice, TreeNode } from '../model/tree.ts';

/**
 * Restores the code points of the seed in a tree.
 *
 * @param notice parsed, its facts read; changed
 * @param seed decoded
 */
export function restoreGlyphs(notice: Notice, seed: string): void {
  if (withoutLookAlikes(seed) === seed) return;
  const restore = (node: Notice | TreeNode): void => {
    const start = node.position.start.offset;
    if (node.type === 'text' || node.type === 'residue')
      node.value = printed(node.value, seed, start);
    if (node.type === 'section') node.label = printed(node.label, seed, start);
    if ('children' in node) for (const child of node.children) restore(child);
  };
  restore(notice);
}

/** The units of the seed that words were read from: between them stand only white space and marks, which look like no character. */
function printed(words: string, seed: string, start: number): string {
  let at = start;
  let all = '';
  for (const unit of words.split('')) {
    // a space may stand for the end of a line
    if (unit === ' ') {
      all += unit;
      continue;
    }
    while (at < seed.length && withoutLookAlikes(seed[at] ?? '') !== unit) at++;
    all += seed[at++] ?? unit;
  }
  return all;
}
