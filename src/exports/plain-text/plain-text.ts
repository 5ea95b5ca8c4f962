import type { Notice } from '../../model/tree.ts';
import { pageBlocks, blockText } from '../../records/page-blocks.ts';

/**
 * A notice as plain text: one printed paragraph a line, nothing added.
 * @param notice anchored
 * @returns text with LF line ends
 */
export function plainTextOf(notice: Notice): string {
  return pageBlocks(notice)
    .map((block) => `${blockText(block)}\n`)
    .join('');
}
