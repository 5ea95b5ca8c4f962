/** The lock of addresses, `seeds/addresses.json`: every address ever published, with a digest of what it means. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { noticeUrl } from '../model/address.ts';
import { report } from '../diagnostics/report.ts';
import { targetInLock } from './match-records.ts';
import { anchorDigests } from './addresses.ts';
import { resolverOf, type Resolver } from './resolve.ts';
import type { Archive } from '../archive/archive.ts';

/** A text that an address had before and that has a record. */
export interface PublishedRecord {
  digest: string;
  /** Number of the publication of addresses that settled it, from 1: changes of one publication happened at once. */
  publication: number;
  /** Where its record led: `jgsj-2023-17#s2-4`; null: withdrawn. Absent where the record is that of its notice. */
  to?: string | null;
}

/** A published notice. */
export interface LockEntry {
  /** Its document number, which decides who holds an id that two numbers lead to; null for a notice without one. */
  number: string | null;
  /** Anchor → digest of the text it addresses. */
  anchors: Record<string, string>;
  /** Anchor → what it addressed before, each time; oldest first. Anchors that no longer exist stand only here. */
  settled?: Record<string, PublishedRecord[]>;
}

export interface AddressLock {
  notices: Record<string, LockEntry>;
  /** Id of a work → its title. */
  works: Record<string, string>;
}

const NO_LOCK: AddressLock = bare({ notices: bare({}), works: bare({}) });

/** The same without a prototype: a notice may be called `constructor`. */
function bare<Value extends object>(record: Value): Value {
  return Object.assign(Object.create(null) as Value, record);
}

/** Every anchor that was ever published of a notice. */
export function publishedAnchors({ anchors, settled = {} }: LockEntry): string[] {
  return [...new Set([...Object.keys(anchors), ...Object.keys(settled)])];
}

/** Where the lock lies in an archive. */
export const LOCK_PATH = 'seeds/addresses.json';

/**
 * Reads the lock of an archive.
 * @param root folder that holds `seeds/`
 * @returns the lock (empty when it cannot be read) and the file with its messages
 */
export function readLock(root: string): { lock: AddressLock; file: VFile } {
  const file = new VFile({ path: LOCK_PATH });
  const path = join(root, LOCK_PATH);
  if (!existsSync(path)) {
    report(file, {
      ruleId: 'address-lock',
      severity: 'error',
      reason: 'The lock of published addresses is missing. 缺少地址锁文件。',
      note: 'Restore it from version control. For a new archive run: npm run publish-addresses',
    });
    return { lock: NO_LOCK, file };
  }
  file.value = readFileSync(path, 'utf8');
  const lock = parseLock(file.value);
  if (lock === null) {
    report(file, {
      ruleId: 'address-lock',
      severity: 'error',
      reason:
        'The lock of published addresses is no longer what publish-addresses writes. 地址锁文件已损坏。',
      note: 'Restore it from version control; it is not to be edited by hand.',
      place: { line: 1, column: 1, offset: 0 },
    });
  }
  return { lock: lock ?? NO_LOCK, file };
}

function parseLock(text: string): AddressLock | null {
  try {
    const value: unknown = JSON.parse(text, (_, part: unknown) =>
      isObject(part) ? bare(part) : part,
    );
    return isLock(value) ? value : null;
  } catch {
    return null;
  }
}

function isLock(value: unknown): value is AddressLock {
  if (!isObject(value)) return false;
  const { notices, works } = value;
  return (
    isObject(notices) &&
    isObject(works) &&
    Object.values(works).every((title) => typeof title === 'string') &&
    Object.values(notices).every(isEntry)
  );
}

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { number, anchors, settled = {} } = value;
  return (
    (number === null || typeof number === 'string') &&
    isObject(anchors) &&
    Object.values(anchors).every((digest) => typeof digest === 'string') &&
    isObject(settled) &&
    Object.values(settled).every((texts) => Array.isArray(texts) && texts.every(isSettled))
  );
}

function isSettled(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['digest'] === 'string' &&
    typeof value['publication'] === 'number' &&
    ['string', 'undefined', 'object'].includes(typeof value['to'])
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Who holds a published id: id → document number. */
export function holdersOf({ notices }: AddressLock): Map<string, string> {
  return new Map(
    Object.entries(notices).flatMap(([id, { number }]) =>
      number === null ? [] : [[id, number] as const],
    ),
  );
}

/**
 * Where an id, or an anchor of it, stands in the lock file as `lockText` writes it.
 * @param file the lock file
 * @returns undefined when it is not there
 */
export function placeInLock(file: VFile, id: string, anchor: string | null): Point | undefined {
  const text = String(file.value);
  const start = text.indexOf(`\n    "${id}":`);
  const end = text.indexOf('\n    }', start);
  const offset = anchor === null ? start : text.indexOf(`\n        "${anchor}":`, start);
  if (start < 0 || offset < 0 || (anchor !== null && offset > end)) return undefined;
  const line = text.slice(0, offset).split('\n').length + 1;
  return { line, column: anchor === null ? 5 : 9, offset: offset + (anchor === null ? 5 : 9) };
}

/**
 * The lock that holds all an archive publishes, and all that was published before. Every address that is gone must have a record
 * (`checkAddressLock`): it is noted as settled, with the target of its record, so that a record is used for its own change and not for a later one.
 * @param archive all it publishes, with its records
 * @param before the lock so far
 * @returns the text of the lock file: ids sorted, anchors in printed order, LF, one line each
 */
export function lockText(archive: Archive, before: AddressLock): string {
  const resolver = resolverOf(archive, before);
  const publication = nextPublication(before);
  const here = new Map(archive.notices.map((finished) => [finished.notice.id, finished]));
  const ids = [...new Set([...Object.keys(before.notices), ...here.keys()])];
  const notices = ids.map((id): [string, LockEntry] => {
    const finished = here.get(id);
    const past = before.notices[id];
    const settled = past ? settledOf(id, past, resolver, publication) : {};
    return [
      id,
      {
        number: finished ? finished.facts.number : (past?.number ?? null),
        anchors: finished ? Object.fromEntries(anchorDigests(finished)) : {},
        ...(Object.keys(settled).length === 0 ? {} : { settled }),
      },
    ];
  });
  const works = {
    ...Object.fromEntries(archive.authority.works.map(({ id, title }) => [id, title])),
    ...before.works,
  };
  return `${JSON.stringify({ notices: sorted(Object.fromEntries(notices)), works: sorted(works) }, null, 2)}\n`;
}

function settledOf(
  id: string,
  past: LockEntry,
  resolver: Resolver,
  publication: number,
): Record<string, PublishedRecord[]> {
  const texts = publishedAnchors(past).map((anchor): [string, PublishedRecord[]] => [
    anchor,
    resolver.addressHistory(`${noticeUrl(id)}#${anchor}`).map(({ text, change, isOwn }) => ({
      digest: text.digest,
      publication: text.publication ?? publication,
      ...(isOwn && change ? { to: targetInLock(change.to) } : {}),
    })),
  ]);
  return Object.fromEntries(texts.filter(([, list]) => list.length > 0));
}

function nextPublication({ notices }: AddressLock): number {
  const settled = Object.values(notices).flatMap((entry) =>
    Object.values(entry.settled ?? {}).flat(),
  );
  return settled.reduce((last, { publication }) => Math.max(last, publication), 0) + 1;
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
