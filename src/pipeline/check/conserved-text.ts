/** Promise 1: every word of the seed stands in the tree exactly once and in order (residue: once). */
import { report } from '../../diagnostics/report.ts';
import { comparableSeed } from '../../model/seed-text.ts';
import { comparable } from '../../notation/normalize/words.ts';
import { lineStarts, pointOf } from '../../model/place.ts';
import { textOf } from '../../model/text.ts';
import type { NoticeRule } from './rule.ts';

const EXCERPT = 20;

/** ruleId `conserved-text`, error. */
export const conservedText: NoticeRule = (notice, file) => {
  const seed = String(file.value);
  const residue = notice.children
    .filter((zone) => zone.type === 'residue')
    .map(({ position }) => [position.start.offset, position.end.offset] as const);
  const isResidue = residue.length === 0 ? () => false : within(residue);
  const wanted = comparableSeed(seed, isResidue);
  const got = comparable(
    notice.children
      .filter((zone) => zone.type !== 'residue')
      .map(textOf)
      .join(''),
  );
  if (wanted === got) return;
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  report(file, {
    ruleId: 'conserved-text',
    severity: 'error',
    reason: `Text was lost or moved: the seed goes on “${wanted.slice(at, at + EXCERPT)}”, the page “${got.slice(at, at + EXCERPT)}”. 文字有丢失或错位：这是程序的错误，不是文件的错误。`,
    note: 'This is a mistake of the program, not of the seed: please report it together with the file.',
    place: pointOf(offsetOf(seed, wanted.slice(at, at + 8)), lineStarts(seed)),
  });
};

/** Whether an offset lies in one of some ranges (rising, not overlapping). */
function within(ranges: readonly (readonly [number, number])[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while (index < ranges.length - 1 && offset >= (ranges[index]?.[1] ?? 0)) index++;
    const [start, end] = ranges[index] ?? [0, 0];
    return offset >= start && offset < end;
  };
}

function offsetOf(seed: string, excerpt: string): number {
  return Math.max(0, seed.indexOf(excerpt));
}
