/** check: Notice → messages. The rules over a finished notice, one file and one ruleId each. */
import type { VFile } from 'vfile';
import type { Notice } from '../../model/tree.ts';
import { conservedText } from './conserved-text.ts';
import { elements } from './elements.ts';
import { ordinalSequence } from './ordinal-sequence.ts';
import { plausibleDate } from './plausible-date.ts';
import type { NoticeRule } from './rule.ts';
import { unknownLabel } from './unknown-label.ts';
import { uniqueAnchor } from './unique-anchor.ts';

const RULES: NoticeRule[] = [
  conservedText,
  elements,
  plausibleDate,
  ordinalSequence,
  uniqueAnchor,
  unknownLabel,
];

/**
 * Runs every rule.
 * @param notice anchored
 * @param file its seed; gets the messages
 */
export function check(notice: Notice, file: VFile): void {
  for (const rule of RULES) rule(notice, file);
}
