/** The lock of addresses, `seeds/addresses.json`: every address ever published, with a digest of what it means. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

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
 * Where an id, or an anchor of it, stands in the lock file as `lockText` (`lock-text.ts`) writes it.
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
