/** The lock of addresses, `seeds/addresses.json`: every address ever published, with a digest of what it means. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { outlineOf, type Finished } from '../exports/json.ts';
import type { Archive } from './pipeline.ts';
import type { OutlineNode } from '../exports/record.ts';
import { report } from '../notice/report.ts';
import { comparable } from '../notice/seed-text.ts';

/** A published notice. */
interface Entry {
  /** Its document number, which decides who holds an id that two numbers lead to; null for a notice without one. */
  number: string | null;
  /** Anchor → digest of the text it addresses. */
  anchors: Record<string, string>;
}

export interface Lock {
  notices: Record<string, Entry>;
  /** Id of a work → its title. */
  works: Record<string, string>;
}

const NO_LOCK: Lock = { notices: {}, works: {} };

/** Where the lock lies in an archive. */
export const LOCK_PATH = 'seeds/addresses.json';

/**
 * Reads the lock of an archive.
 * @param root folder that holds `seeds/`
 * @returns the lock (empty when it cannot be read) and the file with its messages
 */
export function readLock(root: string): { lock: Lock; file: VFile } {
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
  const lock = parseLock(readFileSync(path, 'utf8'));
  if (lock === null) {
    report(file, {
      ruleId: 'address-lock',
      severity: 'error',
      reason:
        'The lock of published addresses is no longer what publish-addresses writes. 地址锁文件已损坏。',
      note: 'Restore it from version control; it is not to be edited by hand, except to take out an address that is given up for good.',
      place: { line: 1, column: 1, offset: 0 },
    });
  }
  return { lock: lock ?? NO_LOCK, file };
}

function parseLock(text: string): Lock | null {
  try {
    const value: unknown = JSON.parse(text);
    return isLock(value) ? value : null;
  } catch {
    return null;
  }
}

function isLock(value: unknown): value is Lock {
  if (!isObject(value)) return false;
  const { notices, works } = value;
  return (
    isObject(notices) &&
    isObject(works) &&
    Object.values(works).every((title) => typeof title === 'string') &&
    Object.values(notices).every(
      (entry) =>
        isObject(entry) &&
        (entry['number'] === null || typeof entry['number'] === 'string') &&
        isObject(entry['anchors']) &&
        Object.values(entry['anchors']).every((digest) => typeof digest === 'string'),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Who holds a published id: id → document number. */
export function holdersOf({ notices }: Lock): Map<string, string> {
  return new Map(
    Object.entries(notices).flatMap(([id, { number }]) =>
      number === null ? [] : [[id, number] as const],
    ),
  );
}

/** What of an archive has an address. */
export type Published = Pick<Archive, 'notices' | 'authority'>;

/**
 * Compares an archive with its lock (promise 2).
 * @param archive all it publishes
 * @param lock what was published
 * @param file gets a message for every address that is lost or means another clause
 */
export function checkLock({ notices, authority }: Published, lock: Lock, file: VFile): void {
  const works = new Set(authority.works.map(({ id }) => id));
  for (const id of Object.keys(lock.works)) {
    if (!works.has(id)) reportLost(file, `The published work ${id} is gone`);
  }
  const present = new Map(notices.map((finished) => [finished.notice.id, anchorsOf(finished)]));
  for (const [id, { anchors }] of Object.entries(lock.notices)) {
    const now = present.get(id);
    if (!now) {
      reportLost(file, `The published notice ${id} is gone`);
      continue;
    }
    for (const [anchor, digest] of Object.entries(anchors)) {
      if (!now.has(anchor)) reportLost(file, `The published address ${id}#${anchor} is gone`);
      else if (now.get(anchor) !== digest)
        reportLost(file, `The published address ${id}#${anchor} means another text now`);
    }
  }
}

function reportLost(file: VFile, what: string): void {
  report(file, {
    ruleId: 'lost-address',
    severity: 'error',
    reason: `${what}. 已发布的地址失效。`,
    note: 'Restore the seed. If the address is given up or its text was corrected on purpose, take its line out of seeds/addresses.json and run npm run publish-addresses: the change then stands in the history.',
  });
}

/**
 * The lock that holds all an archive publishes, and all that was published before.
 * @param archive all it publishes
 * @param before the lock so far
 * @returns the text of the lock file: ids sorted, anchors in printed order, LF, one line each
 */
export function lockText({ notices, authority }: Published, before: Lock): string {
  const entries = new Map(Object.entries(before.notices));
  for (const finished of notices) {
    const published = entries.get(finished.notice.id)?.anchors ?? {};
    entries.set(finished.notice.id, {
      number: finished.facts.number,
      anchors: { ...Object.fromEntries(anchorsOf(finished)), ...published },
    });
  }
  const works = {
    ...Object.fromEntries(authority.works.map(({ id, title }) => [id, title])),
    ...before.works,
  };
  return `${JSON.stringify({ notices: sorted(Object.fromEntries(entries)), works: sorted(works) }, null, 2)}\n`;
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Every anchor of a notice with the digest of its own text. */
function anchorsOf(finished: Finished): Map<string, string> {
  const anchors = new Map<string, string>();
  const add = (node: OutlineNode): void => {
    anchors.set(
      node.id,
      digestOf(`${node.label ?? ''}${node.heading ?? ''}${node.paragraphs[0]?.text ?? ''}`),
    );
    for (const { id, text } of node.paragraphs.slice(1)) anchors.set(id, digestOf(text));
    node.children.forEach(add);
  };
  outlineOf(finished.notice).forEach(add);
  return anchors;
}

/** Layout does not count: a seed may be wrapped anew without giving up an address. */
function digestOf(text: string): string {
  return createHash('sha256').update(comparable(text)).digest('hex').slice(0, 16);
}
