/** Errata of a sidecar as spans over the words of a notice. */
import type { VFile } from 'vfile';
import { report } from '../../notice/report.ts';
import type { Text } from '../../notice/tree.ts';
import { applies, placeErrata, type PlacedErratum } from '../../works/place-errata.ts';
import type { ReadSidecar } from '../../works/read-sidecar.ts';
import type { Span } from '../annotate.ts';
import type { FindErrata } from './link.ts';

/**
 * Places the errata of a sidecar.
 * @param seed decoded
 * @param read the sidecar
 * @param file the sidecar's file; gets a message for every erratum whose words are not at the stated place: a warning where no other than one can be meant
 * @returns finds the errata of a run of text; one that crosses a run's end is cut there and not applied
 */
export function errataFinder(
  seed: string,
  { sidecar, placeOf }: ReadSidecar,
  file: VFile,
): FindErrata {
  const { apply, list } = sidecar.errata;
  const { placed, misfits } = placeErrata(seed, list);
  for (const { index, key, ...misfit } of misfits)
    report(file, { ...misfit, place: placeOf(index, key) });
  return (text) => placed.flatMap((each) => spanIn(text, each, applies(each.erratum, apply)));
}

function spanIn(text: Text, { erratum, start, end }: PlacedErratum, applies: boolean): Span[] {
  const { at } = text;
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? -1;
  if (end <= first || start > last) return [];
  const from = at.findIndex((offset) => offset >= start);
  const behind = at.findIndex((offset) => offset >= end);
  const to = behind < 0 ? at.length : behind;
  if (from < 0 || from >= to) return [];
  const continued = end > last + 1;
  const applied = applies && !continued && start >= first;
  const { from: printed, to: reading, confidence, reason, recorded } = erratum;
  return [
    {
      start: from,
      end: to,
      node: {
        type: 'erratum',
        from: printed,
        to: reading,
        applied,
        continued,
        confidence,
        reason,
        recorded,
      },
    },
  ];
}
