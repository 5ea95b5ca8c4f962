/** Errata of a sidecar as spans over the words of a notice. */
import type { VFile } from 'vfile';
import { indexFrom } from '../../notation/runs.ts';
import { report } from '../../diagnostics/report.ts';
import type { Text } from '../../model/tree.ts';
import { endOf, startOf } from '../../model/source-text.ts';
import { applies, locateErrata, type LocatedErratum } from '../../authored/locate-errata.ts';
import type { ReadSidecar } from '../../authored/read-sidecar.ts';
import type { AnnotatedSpan } from '../annotate.ts';
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
  if (list.length === 0) return () => [];
  const { placed, misfits } = locateErrata(seed, list);
  for (const { index, key, ...misfit } of misfits)
    report(file, { ...misfit, place: placeOf(index, key) });
  return (text) => placed.flatMap((each) => spanIn(text, each, applies(each.erratum, apply)));
}

function spanIn(
  text: Text,
  { erratum, start, end }: LocatedErratum,
  applies: boolean,
): AnnotatedSpan[] {
  const from = indexFrom(text.at, start, text.value.length);
  const to = indexFrom(text.at, end, text.value.length);
  if (from >= to) return [];
  const continued = end > endOf(text);
  const applied = applies && !continued && start >= startOf(text);
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
