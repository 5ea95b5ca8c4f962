/** The way of a notice: read → scan → parse → anchor → identify → biblio → link → check. Calls the stages and does nothing else. */
import type { VFile } from 'vfile';
import { check } from '../pipeline/check/check.ts';
import type { ProcessedNotice } from '../records/notice-record.ts';
import { factsOf } from '../model/facts.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { lineStarts } from '../model/place.ts';
import type { Notice } from '../model/tree.ts';
import { NO_REDIRECTS } from '../model/redirects.ts';
import { correctTopics } from '../authored/correct-topics.ts';
import { readLinks } from '../authored/read-links.ts';
import type { Recorded } from '../authored/move-records.ts';
import { NO_SIDECAR, readOrphanSidecar, readSidecar } from '../authored/read-sidecar.ts';
import { readWorks, type ReadWorks } from '../authored/read-works.ts';
import type { Authority, TopicLink } from '../model/work.ts';
import { anchor, anchorsIn } from '../pipeline/anchor.ts';
import { restoreGlyphs } from '../pipeline/restore-glyphs.ts';
import { redirectsOf } from '../permalinks/redirects.ts';
import { identify } from '../pipeline/identify.ts';
import { buildBiblio, type Biblio, type CitableNotice } from '../pipeline/link/biblio.ts';
import { errataFinder } from '../pipeline/link/errata.ts';
import { link } from '../pipeline/link/link.ts';
import type { AddressLock } from '../permalinks/address-lock.ts';
import { parse } from '../pipeline/parse/parse.ts';
import { read } from '../pipeline/read.ts';
import { settleQuestions, supplyFacts } from '../pipeline/supplied-facts.ts';
import { scan } from '../pipeline/scan/scan.ts';

/** A file as it lies in `seeds/`. */
export interface SeedInput {
  /** As people know it: `seeds/x.txt`. */
  path: string;
  bytes: Uint8Array;
  /** `seeds/x.txt.yaml`, where somebody wrote one. */
  sidecar?: VFile | undefined;
}

/** What else an archive knows. */
export interface ArchiveContext {
  /** Who holds a published id: id → document number. */
  holders?: ReadonlyMap<string, string>;
  /** Other notices that can be cited. */
  neighbours?: readonly CitableNotice[];
  /** Sidecars without a seed. */
  lone?: readonly VFile[];
  /** What was published: what the files below name by a former address is followed. */
  lock?: AddressLock;
  /** `seeds/works.yaml` */
  works?: VFile | null;
  /** `seeds/links.yaml` */
  links?: VFile | null;
}

/** Moves and withdrawals of addresses, as one file records them. */
export interface RecordFile {
  file: VFile;
  /** Id of the notice whose sidecar it is; null: a sidecar without a seed, or `seeds/works.yaml`. */
  notice: string | null;
  recorded: readonly Recorded[];
}

export interface Archive {
  /** In the order of the seeds. */
  notices: ProcessedNotice[];
  /** Every file with its messages, those that could not be read included. */
  files: VFile[];
  /** The notices as others may cite them. */
  citable: CitableNotice[];
  authority: Authority;
  links: TopicLink[];
  /** Work → the notice that is its text. */
  fullTexts: Biblio['fullTexts'];
  /** Moves and withdrawals recorded in sidecars. */
  noticeRecords: RecordFile[];
  /** Those recorded in `seeds/works.yaml`. */
  workRecords: RecordFile[];
}

const NO_AUTHORITY: ReadWorks = { works: [], phrases: [], media: [], recorded: [] };

/**
 * Takes seeds through all stages. Throws for no input; what is wrong stands on the files.
 * @param seeds in any order
 * @param around the rest of the archive
 */
export function pipeline(seeds: readonly SeedInput[], around: ArchiveContext = {}): Archive {
  const received = seeds.toSorted(byPath).map((seed) => ({
    ...seed,
    file: read(seed.path, seed.bytes),
    read: seed.sidecar ? readSidecar(seed.sidecar) : NO_SIDECAR,
  }));
  const parsed = received
    .filter(({ file }) => !hasErrors(file))
    .map((each) => ({ ...each, notice: toNotice(each.file), given: each.read.sidecar.id }))
    .map(({ sidecar, ...each }) => ({
      ...each,
      sidecar,
      ...supplyFacts(each.notice, factsOf(each.notice), each.read, sidecar ?? each.file),
    }));
  identify(parsed, around.holders);
  for (const { notice, file } of parsed) restoreGlyphs(notice, String(file.value));

  const own = parsed.map(({ notice, facts }): CitableNotice => ({
    id: notice.id,
    facts,
    anchors: anchorsIn(notice),
  }));
  const citable = [...own, ...externalNotices(around.neighbours ?? [], own)];
  const lone = (around.lone ?? []).map((file): RecordFile => ({
    file,
    notice: null,
    recorded: readOrphanSidecar(file),
  }));
  const noticeRecords: RecordFile[] = [
    ...parsed.flatMap(({ notice, sidecar, read: { recorded } }) =>
      sidecar ? [{ file: sidecar, notice: notice.id, recorded }] : [],
    ),
    ...lone,
  ];
  const heirs = around.lock
    ? redirectsOf(
        { notices: parsed, authority: NO_AUTHORITY, noticeRecords, workRecords: [] },
        around.lock,
      )
    : NO_REDIRECTS;
  const authority = around.works
    ? readWorks(around.works, new Set(citable.map(({ id }) => id)), heirs)
    : NO_AUTHORITY;
  // links to works that cannot be read would all be reported as lost
  const canLink = around.links && !(around.works && hasErrors(around.works));
  const printedLinks =
    canLink && around.links
      ? readLinks(
          around.links,
          authority.works,
          new Map(citable.map(({ id, anchors }) => [id, anchors])),
          heirs,
        )
      : [];
  // and so would topics of links that cannot be read
  const { links, added } =
    (around.links && hasErrors(around.links)) || (around.works && hasErrors(around.works))
      ? { links: printedLinks, added: new Map<string, never[]>() }
      : correctTopics(
          parsed.map(({ notice, file, sidecar, read }) => ({
            notice: notice.id,
            anchors: anchorsIn(notice),
            read,
            file: sidecar ?? file,
          })),
          printedLinks,
          heirs,
        );

  const biblio = buildBiblio(citable, authority);
  for (const { notice, file, sidecar, read: errata, stated } of parsed) {
    link(notice, file, biblio, errataFinder(String(file.value), errata, sidecar ?? file));
    check(notice, file);
    settleQuestions(file, stated);
  }
  return {
    notices: parsed.map(({ notice, file, facts, stated, read: { sidecar } }) => ({
      notice,
      file,
      facts,
      stated,
      origin: {
        original: sidecar.original,
        source: sidecar.source,
        licence: sidecar.licence,
      },
      works: authority.works,
      links: links.filter((each) => each.notice === notice.id),
      topics: added.get(notice.id) ?? [],
      moved: [],
    })),
    files: [
      ...received.flatMap(({ file, sidecar }) => (sidecar ? [file, sidecar] : [file])),
      ...lone.map(({ file }) => file),
      ...[around.works ?? [], around.links ?? []].flat(),
    ],
    citable: own,
    authority,
    links,
    fullTexts: biblio.fullTexts,
    noticeRecords,
    workRecords: around.works
      ? [{ file: around.works, notice: null, recorded: authority.recorded }]
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

function toNotice(file: VFile): Notice {
  const text = String(file.value);
  return anchor(parse(scan(text), text, lineStarts(text)));
}
