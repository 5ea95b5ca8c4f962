import { createHash } from 'node:crypto';
import type { FormerRecord } from '../../model/records/former.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { WorkRecord } from '../../model/records/work.ts';
import { foldingFor } from '../../notation/normalize/search-text.ts';
import { clauseMatcher } from '../query/match-clauses.ts';
import { bucketOf, bigramsIn } from '../query/bigrams.ts';
import { encodeSet } from '../query/posting-list.ts';
import {
  type SearchManifest,
  type NumberedNotice,
  type PairBucket,
  FEW_PARTS,
} from '../query/search-data.ts';
import { type NoticeText, type PackedNotice, packedOf, unpack } from '../query/notice-text.ts';
import { variantsIn } from './variants.ts';
import { workTextOf } from '../query/work-text.ts';

/** Characters of a part of the text: some 15 kB compressed, five notices of usual size. */
const SHARD_SIZE = 24_000;
/** Characters of a file of the pair index: some 10 kB compressed. */
const BUCKET_SIZE = 32_000;
/** A pair in more than this share of the parts is left out: it rules out too few of them. */
const TOO_COMMON = 0.6;

/**
 * The files of search, from the records of a site.
 *
 * @param records newest first
 * @param former pages: their ids and numbers still lead to them, and they redirect
 * @returns text by path in the site: `search/manifest.js`, `search/text-0.js` …
 */
export function searchFiles(
  records: readonly NoticeRecord[],
  works: readonly WorkRecord[],
  former: readonly FormerRecord[] = [],
): Map<string, string> {
  const parts = partsOf(records.map(packedOf));
  const variants = variantsIn(textsOf(parts.flat()));
  const buckets = bucketsOf(parts, variants);
  const manifest: SearchManifest = { parts: parts.length, buckets: buckets.length, variants };
  const files: [string, unknown][] = [
    ['manifest', manifest],
    ...parts.map((part, at): [string, unknown] => [`text-${at}`, part]),
    ...buckets.map((bucket, at): [string, unknown] => [`pairs-${at}`, bucket]),
    ['numbers', [...numbersOf(parts), ...formerNumbers(former, records)]],
    ['works', works.map(workTextOf)],
  ];
  const payloads = files.map(([name, payload]): [string, string] => [name, scriptSafe(payload)]);
  const build = digestOf(payloads);
  return new Map(
    payloads.map(([name, payload]) => [
      `search/${name}.js`,
      `wenhaoSearch(${JSON.stringify(build)},${JSON.stringify(name)},${payload});\n`,
    ]),
  );
}

/** Cuts the archive into parts of about the same size; a notice is never cut. */
function partsOf(notices: PackedNotice[]): PackedNotice[][] {
  const parts: PackedNotice[][] = [];
  let room = 0;
  for (const notice of notices) {
    if (room <= 0) {
      parts.push([]);
      room = SHARD_SIZE;
    }
    parts.at(-1)?.push(notice);
    room -= JSON.stringify(notice).length;
  }
  return parts;
}

function* textsOf(notices: PackedNotice[]): Iterable<string> {
  for (const { texts, corrected } of notices) yield* [...texts, ...Object.values(corrected)];
}

function bucketsOf(parts: PackedNotice[][], variants: string): PairBucket[] {
  if (parts.length <= FEW_PARTS) return [];
  const places = new Map<string, number[]>();
  parts.forEach((part, at) => {
    for (const key of keysOfPart(part.map(unpack), variants)) {
      const numbers = places.get(key);
      if (numbers) numbers.push(at);
      else places.set(key, [at]);
    }
  });
  const entries = [...places].map(([key, numbers]): [string, string] => [
    key,
    numbers.length > parts.length * TOO_COMMON ? '' : encodeSet(numbers),
  ]);
  const size = entries.reduce((sum, [key, set]) => sum + key.length + set.length + 6, 0);
  const buckets = Array.from({ length: Math.ceil(size / BUCKET_SIZE) }, (): PairBucket => ({}));
  for (const [key, set] of entries.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const bucket = buckets[bucketOf(key, buckets.length)];
    if (bucket) bucket[key] = set;
  }
  return buckets;
}

function keysOfPart(part: NoticeText[], variants: string): Set<string> {
  const { readings, title } = clauseMatcher(foldingFor(variants));
  const keys = new Set<string>();
  for (const notice of part) {
    bigramsIn(title(notice), keys);
    for (const node of notice.nodes) for (const text of readings(node)) bigramsIn(text, keys);
  }
  return keys;
}

function numbersOf(parts: PackedNotice[][]): NumberedNotice[] {
  return parts.flatMap((part, at) =>
    part.map(({ id, number, city, year }) => ({ id, number, city, year, part: at })),
  );
}

/** Former notices by id and, unless a notice of today has it, by number. They have no city and no text; their part is 0 and never read. */
function formerNumbers(
  former: readonly FormerRecord[],
  records: readonly NoticeRecord[],
): NumberedNotice[] {
  const taken = new Set(records.map(({ number }) => number));
  return former.flatMap(({ url, name }) => {
    const id = /^notices\/(.*)\.html$/.exec(url)?.[1];
    const number = name === id || taken.has(name) ? null : name;
    return id === undefined ? [] : [{ id, number, city: null, year: null, part: 0 }];
  });
}

/** JSON as a script may hold it. */
function scriptSafe(payload: unknown): string {
  return JSON.stringify(payload)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function digestOf(payloads: readonly (readonly [string, string])[]): string {
  const hash = createHash('sha256');
  for (const [name, payload] of payloads)
    hash.update(name).update('\0').update(payload).update('\0');
  return hash.digest('hex').slice(0, 12);
}
