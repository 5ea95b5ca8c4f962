/** Where a text that has lost its address stands now, whatever number is printed before it: a clause is numbered anew when one is inserted above it. */
import { outlineOf } from '../records/notice-record.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import { blocksOf, textDigest } from './addresses.ts';

/**
 * Finds texts by the digests of the lock, which were taken with their labels.
 * @param notices of the archive; the labels printed in them are tried
 * @returns a function from a notice and a digest to the anchor of that text in it; null when there is none
 */
export function textFinder(
  notices: readonly ProcessedNotice[],
): (finished: ProcessedNotice, digest: string) => string | null {
  let labels: ReadonlySet<string> | null = null;
  const known = new Map<ProcessedNotice, Map<string, string>>();
  return (finished, digest) => {
    labels ??= labelsIn(notices);
    const texts = known.get(finished) ?? textsOf(finished, labels);
    known.set(finished, texts);
    return texts.get(digest) ?? null;
  };
}

function labelsIn(notices: readonly ProcessedNotice[]): Set<string> {
  const blocks = notices.flatMap(({ notice }) => outlineOf(notice).flatMap(blocksOf));
  return new Set(blocks.map(({ label }) => label));
}

/** Digest under any label → anchor. */
function textsOf({ notice }: ProcessedNotice, labels: ReadonlySet<string>): Map<string, string> {
  const texts = new Map<string, string>();
  const blocks = outlineOf(notice)
    .flatMap(blocksOf)
    .filter(({ words }) => words !== '');
  for (const { anchor, words } of blocks) {
    for (const label of labels) texts.set(textDigest(label + words), anchor);
  }
  // a text that kept its label is a better match than one with another label
  for (const { anchor, label, words } of blocks) texts.set(textDigest(label + words), anchor);
  return texts;
}
