/** What the site shows of an archive: made once a build from the trees, written as files, read by the pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormerRecord } from '../model/records/former.ts';
import type { NoticeRecord } from '../model/records/notice.ts';
import type { Source } from '../model/records/source.ts';
import type { WorkRecord } from '../model/records/work.ts';
import { anchorDigests } from '../permalinks/addresses.ts';
import type { ArchiveMessage } from '../model/records/message.ts';
import { archiveMessages } from '../records/message-record.ts';
import { recordOf } from '../records/notice-record.ts';
import { linesOfBlocks, type SeedLine, seedLines } from '../records/seed-lines.ts';
import { workRecords } from '../records/work-record.ts';
import type { PublishedArchive } from './load.ts';

/** Where the own text of a block stands in its seed: label, heading and first paragraph. */
export interface SeedPlace {
  lines: Source;
  /** As in `seeds/addresses.json`. */
  digest: string;
}

/** The seed of a notice, for its page 原文 and for the places of its clauses. */
export interface SeedPage {
  lines: SeedLine[];
  /** Anchor → place. */
  places: Record<string, SeedPlace>;
  /** `utf-8` */
  encoding: string;
  /** Of the file. */
  bytes: number;
  /** Whether it begins with a byte order mark, which is no part of its text. */
  hasBom: boolean;
}

/** The archive as the pages see it. */
export interface SiteData {
  /** Newest year first, then by city and id. */
  records: NoticeRecord[];
  /** In the order of the authority file. */
  works: WorkRecord[];
  /** Pages that were published and are no more. */
  former: FormerRecord[];
  /** Of all files, in their order. */
  messages: ArchiveMessage[];
  /** Path of a file with messages → its text, to quote from. */
  texts: Record<string, string>;
}

/** Name of the file that holds all but the seeds. */
const ARCHIVE = 'archive.json';

/** Turns a processed archive into what the pages show; the seeds' own pages are made by `seedPageOf`. */
export function siteDataOf(archive: PublishedArchive): SiteData {
  return {
    records: archive.notices.map(recordOf).sort(byYearAndCity),
    works: workRecords(archive),
    former: archive.former,
    messages: archiveMessages(archive),
    texts: Object.fromEntries(
      archive.files
        .filter(({ messages }) => messages.length > 0)
        .map((file) => [file.path, String(file.value)]),
    ),
  };
}

/**
 * Writes what the pages read.
 * @param folder is made; what it held under the same names is replaced
 * @param archive processed
 * @param data of the same archive
 */
export function writeSiteData(folder: string, archive: PublishedArchive, data: SiteData): void {
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  for (const finished of archive.notices) {
    const path = join(folder, 'seeds', `${finished.notice.id}.json`);
    writeFileSync(path, JSON.stringify(seedPageOf(finished)));
  }
  writeFileSync(join(folder, ARCHIVE), JSON.stringify(data));
}

/**
 * Reads back what `writeSiteData` wrote.
 * @throws {Error} when it is not there
 */
export function readSiteData(folder: string): SiteData {
  return JSON.parse(readFileSync(join(folder, ARCHIVE), 'utf8')) as SiteData;
}

/** Reads the seed of one notice back. */
export function readSeedPage(folder: string, id: string): SeedPage {
  return JSON.parse(readFileSync(join(folder, 'seeds', `${id}.json`), 'utf8')) as SeedPage;
}

function seedPageOf(finished: PublishedArchive['notices'][number]): SeedPage {
  const { encoding = 'utf-8', bytes = 0, hasBom = false } = finished.file.data.seed ?? {};
  const digests = anchorDigests(finished);
  return {
    lines: seedLines(finished),
    places: Object.fromEntries(
      [...linesOfBlocks(finished)].map(([anchor, lines]) => [
        anchor,
        { lines, digest: digests.get(anchor) ?? '' },
      ]),
    ),
    encoding,
    bytes,
    hasBom,
  };
}

function byYearAndCity(one: NoticeRecord, other: NoticeRecord): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    (one.city ?? '').localeCompare(other.city ?? '', 'zh-CN') ||
    (one.id < other.id ? -1 : 1)
  );
}
