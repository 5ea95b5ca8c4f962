/** The way of a notice: read → scan → parse → anchor → identify → biblio → link → check. Calls the stages and does nothing else. */
import { readOrphanSidecar } from '../authored/read-sidecar.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { NO_REDIRECTS } from '../model/redirects.ts';
import type { TopicLink } from '../authored/links-schema.ts';
import type { RecordFile } from '../permalinks/records.ts';
import { redirectsOf } from '../permalinks/redirects.ts';
import { check } from '../pipeline/check/check.ts';
import { identify } from '../pipeline/identify.ts';
import { type Biblio, buildBiblio, type CitableNotice } from '../pipeline/link/biblio.ts';
import { errataFinder } from '../pipeline/link/errata.ts';
import { link } from '../pipeline/link/link.ts';
import { restoreGlyphs } from '../pipeline/restore-glyphs.ts';
import { settleQuestions } from '../pipeline/supplied-facts.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import type { Archive, ArchiveContext, SeedInput } from './archive.ts';
import { NO_WORKS, readAuthored, type ReadAuthored } from './read-authored.ts';
import { citableOf, readSeed, type SeedNotice, understand } from './seed-notice.ts';

/**
 * Takes seeds through all stages. Throws for no input; what is wrong stands on the files.
 * @param seeds in any order
 * @param context the rest of the archive
 */
export function pipeline(seeds: readonly SeedInput[], context: ArchiveContext = {}): Archive {
  const { works, links, lock, holders, orphans = [], neighbours = [] } = context;
  const received = seeds.toSorted(byPath).map(readSeed);
  const parsed = received.filter(({ file }) => !hasErrors(file)).map(understand);
  identify(parsed, holders);
  for (const { notice, file } of parsed) restoreGlyphs(notice, String(file.value));

  const own = parsed.map(citableOf);
  const citable = [...own, ...externalNotices(neighbours, own)];
  const noticeRecords = recordFilesOf(parsed, orphans);
  const redirects = lock
    ? redirectsOf({ notices: parsed, authority: NO_WORKS, noticeRecords, workRecords: [] }, lock)
    : NO_REDIRECTS;
  const authored = readAuthored(context, { parsed, citable, redirects });

  const biblio = buildBiblio(citable, authored.authority);
  for (const each of parsed) linkAndCheck(each, biblio);
  return {
    notices: processedNotices(parsed, authored),
    files: [
      ...received.flatMap(({ file, sidecar }) => (sidecar ? [file, sidecar] : [file])),
      ...orphans,
      ...[works ?? [], links ?? []].flat(),
    ],
    citable: own,
    authority: authored.authority,
    links: authored.links,
    fullTexts: biblio.fullTexts,
    noticeRecords,
    workRecords: works
      ? [{ file: works, notice: null, recorded: authored.authority.recorded }]
      : [],
  };
}

function byPath(one: SeedInput, other: SeedInput): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

/** A file under inspection may be a notice of the archive already: it is not its own neighbour. */
function externalNotices(
  neighbours: readonly CitableNotice[],
  own: readonly CitableNotice[],
): CitableNotice[] {
  const ids = new Set(own.map(({ id }) => id));
  return neighbours.filter(({ id }) => !ids.has(id));
}

/** Moves and withdrawals, by the sidecar that records them. */
function recordFilesOf(
  parsed: readonly SeedNotice[],
  orphans: NonNullable<ArchiveContext['orphans']>,
): RecordFile[] {
  return [
    ...parsed.flatMap(({ notice, sidecar, read: { recorded } }) =>
      sidecar ? [{ file: sidecar, notice: notice.id, recorded }] : [],
    ),
    ...orphans.map((file) => ({ file, notice: null, recorded: readOrphanSidecar(file) })),
  ];
}

function linkAndCheck({ notice, file, sidecar, read, stated }: SeedNotice, biblio: Biblio): void {
  link(notice, file, biblio, errataFinder(String(file.value), read, sidecar ?? file));
  check(notice, file);
  settleQuestions(file, stated);
}

function processedNotices(
  parsed: readonly SeedNotice[],
  { authority: { works }, links, added }: ReadAuthored,
): ProcessedNotice[] {
  const linksOf = Map.groupBy(links, ({ notice }: TopicLink) => notice);
  return parsed.map(({ notice, file, facts, stated, read: { sidecar } }) => ({
    notice,
    file,
    facts,
    stated,
    origin: { original: sidecar.original, source: sidecar.source, licence: sidecar.licence },
    works,
    links: linksOf.get(notice.id) ?? [],
    topics: added.get(notice.id) ?? [],
    moved: [],
  }));
}
