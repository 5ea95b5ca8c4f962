/** Counts of numbered units by the way they are numbered. */
import { readLabel, type Scheme } from '../../src/notation/labels.ts';
import { sectionsIn } from '../../src/model/text.ts';
import type { Notice } from '../../src/model/tree.ts';

/** A way of numbering; of decimals how many numbers a label has. */
interface Level {
  scheme: Scheme;
  depth: number;
}

/**
 * Counts the units of each level anywhere in a notice.
 * @param notice anchored
 * @param levels how its levels are numbered, outermost first: `一、/（一）/1.`, `第X章/第X节/第X条`, `1/1.1/1.1.1`
 */
export function countLevels(notice: Notice, levels: string): number[] {
  const sections = [...sectionsIn(notice)];
  return levels
    .split('/')
    .map(readLevel)
    .map(
      (level) =>
        sections.filter(
          ({ scheme, label }) =>
            scheme === level.scheme && (scheme !== 'decimal' || depthOf(label) === level.depth),
        ).length,
    );
}

/** A label with no mark behind its numbers is a decimal one: `1`, `1.1`. */
function readLevel(sample: string): Level {
  const written = sample.replaceAll('X', '一').trim();
  const scheme = readLabel(written)?.scheme ?? 'decimal';
  return { scheme, depth: depthOf(written) };
}

function depthOf(label: string): number {
  return label
    .normalize('NFKC')
    .split('.')
    .filter((part) => /\d/.test(part)).length;
}
