/** Promises that hold for any text. Many more runs: `npm run fuzz`. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import {
  canBeTakenAlong,
  conservesWords,
  finish,
  givesTheSameTwice,
  hasSafeAnchors,
  MDX_READERS,
  readsBack,
} from '../support/promises.ts';
import { damagedSeed, notationText } from '../support/seed-bytes.ts';

const RUNS = 2000;

const INPUTS: [string, fc.Arbitrary<Uint8Array>][] = [
  ['texts of the notation’s tokens', notationText.map((text) => new TextEncoder().encode(text))],
  ['damaged seeds', damagedSeed],
];

describe.each(INPUTS)('%s', (_, input) => {
  /** Runs a check on notices made of random bytes; bytes that are refused (empty, binary) count as passed. */
  function forAnyNotice(check: (finished: ProcessedNotice) => void): void {
    fc.assert(
      fc.property(input, (bytes) => {
        const finished = finish(bytes);
        if (finished) check(finished);
      }),
      { numRuns: RUNS },
    );
  }

  test('never throw and lose no word', () => forAnyNotice(conservesWords));

  test('have unique anchors that are safe in an address', () => forAnyNotice(hasSafeAnchors));

  test('give the same bytes twice', () => {
    fc.assert(fc.property(input, givesTheSameTwice), { numRuns: RUNS / 4 });
  });

  test('can be taken along in every format', () => {
    const property = fc.property(input, (bytes) => {
      const finished = finish(bytes);
      if (finished) canBeTakenAlong(finished);
    });
    fc.assert(property, { numRuns: RUNS / 40 });
  });

  test.each(Object.keys(MDX_READERS) as (keyof typeof MDX_READERS)[])(
    'give MDX that %s reads back as the same words, and words only',
    (reader) => forAnyNotice((finished) => readsBack(finished, reader)),
  );
});
