/** Anchors are read and written by one grammar: what is written can be read, and nothing else can. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  anchorPart,
  BLOCK_NAMES,
  bodyName,
  blockName,
  formatAnchor,
  ancestorsOf,
  MAIN_BODY,
  parseAnchor,
  type Anchor,
  type AnchorBody,
  type AnchorPart,
  type BlockAnchor,
} from '../../src/notation/anchor.ts';
import { SCHEMES } from '../../src/notation/labels.ts';
import { UniqueAnchors, unitParts } from '../../src/notation/number-anchors.ts';
import { anchorsIn } from '../../src/pipeline/anchor.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { sectionAnchors } from '../../src/records/section-anchors.ts';
import type { OutlineSection } from '../../src/authored/work-schema.ts';
import { project } from '../support/places.ts';

const number = fc.integer({ min: 1, max: 9999 });
const bodies: fc.Arbitrary<AnchorBody> = fc.oneof(
  fc.constant(MAIN_BODY),
  fc.constant<AnchorBody>({ kind: 'letter', number: null }),
  fc.record({ kind: fc.constant('enc' as const), number: fc.integer({ min: 2, max: 99 }) }),
  fc.record({ kind: fc.constant('annex' as const), number: fc.integer({ min: 0, max: 999 }) }),
);
const repeated = (part: AnchorPart): fc.Arbitrary<AnchorPart> =>
  fc.option(fc.integer({ min: 2, max: 99 })).map((repetition) => ({ ...part, repetition }));
const paragraphs: fc.Arbitrary<AnchorPart[]> = fc
  .option(fc.integer({ min: 2, max: 999 }))
  .chain((each) =>
    each === null ? fc.constant([]) : repeated(anchorPart('p', each)).map((part) => [part]),
  );

/** Units below each other, numbered in any way. */
const units = fc
  .array(fc.record({ scheme: fc.constantFrom(...SCHEMES), ordinal: number, twice: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((chain) =>
    chain.reduce<AnchorPart[]>((parent, { scheme, ordinal, twice }) => {
      const parts = unitParts({ scheme, ordinal, label: `${ordinal}.1` }, parent);
      const last = { ...parts.at(-1)!, repetition: twice ? 2 : null };
      return [...parts.slice(0, -1), last];
    }, []),
  );

const clauses = fc
  .tuple(bodies, units, paragraphs)
  .map(([body, parts, rest]): Anchor => ({ body, parts: [...parts, ...rest] }));
const orphans = fc
  .tuple(
    bodies,
    number.chain((each) => repeated(anchorPart('p', each))),
  )
  .map(([body, part]): Anchor => ({ body, parts: [part] }));
const blocks = fc
  .tuple(bodies, fc.constantFrom(...(Object.keys(BLOCK_NAMES) as BlockAnchor[])), paragraphs)
  .filter(([{ kind }, block]) =>
    block === 'title'
      ? kind === 'enc' || kind === 'annex'
      : kind === 'main' || (kind !== 'letter' && block !== 'imprint'),
  )
  .map(([body, block, rest]): Anchor => ({ body, parts: [anchorPart(block), ...rest] }));
const anchors = fc.oneof(clauses, orphans, blocks);

test('what is written is read as what it was', () => {
  fc.assert(
    fc.property(anchors, (anchor) => {
      expect(parseAnchor(formatAnchor(anchor))).toEqual(anchor);
    }),
  );
});

test('what is read is written as it stood; all else is no anchor', () => {
  const alike = fc.stringMatching(
    /^(?:(?:letter|annex|enc)\d{0,2}-)?[a-z]?\d{0,3}(?:[-.][a-z]?\d{0,2}){0,4}$/,
  );
  fc.assert(
    fc.property(fc.oneof(alike, fc.string({ unit: 'binary' })), (text) => {
      const anchor = parseAnchor(text);
      if (anchor) expect(formatAnchor(anchor)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('one character more or less makes another anchor or none', () => {
  fc.assert(
    fc.property(
      anchors,
      fc.nat(),
      fc.constantFrom('', '-', '.', '0', 'p', 'S', ' '),
      (anchor, at, mark) => {
        const text = formatAnchor(anchor);
        const cut = at % (text.length + 1);
        const other = text.slice(0, cut) + mark + text.slice(cut + (mark === '' ? 1 : 0));
        const read = parseAnchor(other);
        if (read) expect(formatAnchor(read)).toBe(other);
      },
    ),
  );
});

test.each([
  '', 'x', 's', 's0', 's01', 's1-', '-s1', 's1--2', 's1-s2', '1', '1-2', 'S1', 's1-a2', 's1-b2', 's1-c2', 's1-p1', 's1-p2-3',
  's1.1', 's1.0', 's1.2.3', 's1.', 'p0', 'p1-2', 'p1-p2', 'letter', 'letter-', 'letter-date', 'letter1-s1', 'enc-s1', 'enc1-s1',
  'annex-s1', 'annex01-s1', 'title', 'letter-title', 'annex1-imprint', 'annexnote', 'date-2', 's1 ', ' s1', 's１', 'q1',
  's1#', 'L12', 'toString', 's99999999999999999999',
])('%j is no anchor', (text) => {
  expect(parseAnchor(text)).toBeNull();
}); // prettier-ignore

test.each([
  [['han', 1], 's1'],
  [['han', 1, 'han-paren', 2, 'arabic', 3], 's1-2-3'],
  [['han', 3, 'arabic', 15], 's3-15'],
  [['decimal', 1], 's1-1'],
  [['chapter', 1, 'subchapter', 1], 'c1-j1'],
  [['chapter', 1, 'article', 12, 'han-paren', 1], 'a12-1'],
  [['part', 2, 'chapter', 1, 'han', 4], 'b2-c1-s4'],
] as const)('%j is %s', (chain, expected) => {
  let parts: AnchorPart[] = [];
  for (let at = 0; at < chain.length; at += 2) {
    const ordinal = chain[at + 1] as number;
    const scheme = chain[at] as (typeof SCHEMES)[number];
    parts = unitParts({ scheme, ordinal, label: `${ordinal}.1` }, parts);
  }
  expect(formatAnchor({ body: MAIN_BODY, parts })).toBe(expected);
});

test('the same number once more gets a suffix', () => {
  const unique = new UniqueAnchors();
  const anchor = { body: MAIN_BODY, parts: [anchorPart('s', 1), anchorPart('', 15)] };
  const given = [1, 2, 3].map(() => formatAnchor(unique.take(anchor)));
  expect(given).toEqual(['s1-15', 's1-15.2', 's1-15.3']);
});

test('names and holders', () => {
  const read = (text: string): Anchor => parseAnchor(text)!;
  expect(bodyName(read('annex2-s1').body)).toBe('附件2');
  expect(bodyName(read('letter-p1').body)).toBe('通知正文');
  expect(bodyName(read('enc2-p1').body)).toBe('');
  expect(blockName(read('annex1-date-p2'))).toBe('成文日期');
  expect(blockName(read('s1'))).toBeNull();
  expect(ancestorsOf(read('enc2-s1-2-p3')).map(formatAnchor)).toEqual(['enc2-s1-2', 'enc2-s1']);
});

describe('every anchor that is given can be read', () => {
  test('of the fixtures', () => {
    const folder = join(project, 'test', 'fixtures');
    const seeds = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ path: name, bytes: readFileSync(join(folder, name, 'seed.txt')) }));
    expectRead(pipeline(seeds).notices.flatMap(({ notice }) => [...anchorsIn(notice)]));
  });

  test('of the seeds, by their lock', () => {
    const lock = readFileSync(join(project, 'seeds', 'addresses.json'), 'utf8');
    const { notices } = JSON.parse(lock) as { notices: Record<string, { anchors: object }> };
    expectRead(Object.values(notices).flatMap(({ anchors: given }) => Object.keys(given)));
  });

  test('of the sections of works', () => {
    const section = (label: string | null, ...sections: OutlineSection[]): OutlineSection => ({
      label,
      heading: '',
      sections,
    });
    const outline = [
      section('一、', section('（一）', section(null)), section(null, section('（二）'))),
      section('第一部分', section('1.')),
      section('第一章', section('第一节', section('第三条'))),
      section('4', section('4.1')),
      section(null),
    ];
    const given = [...sectionAnchors(outline).values()];
    expect(given.join(' ')).toBe(
      's1 s1-1 s1-1-x1 s1-x2 s1-x2-2 s1.2 s1.2-1 c1 c1-j1 a3 s4 s4-1 x5',
    );
    for (const id of given) expect(parseAnchor(id), id).not.toBeNull();
  });

  function expectRead(ids: readonly string[]): void {
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) {
      const anchor = parseAnchor(id);
      expect(anchor && formatAnchor(anchor), id).toBe(id);
    }
  }
});
