/** What people wrote for the whole archive: works, topic links, and what sidecars correct of these. */
import type { VFile } from 'vfile';
import { type CorrectedTopics, correctTopics } from '../authored/correct-topics.ts';
import { readLinks } from '../authored/read-links.ts';
import { readWorks, type ReadWorks } from '../authored/read-works.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Redirects } from '../model/redirects.ts';
import type { CitableNotice } from '../pipeline/link/biblio.ts';
import type { ArchiveContext } from './archive.ts';
import type { SeedNotice } from './seed-notice.ts';

/** No `seeds/works.yaml`. */
export const NO_WORKS: ReadWorks = { works: [], phrases: [], media: [], recorded: [] };

/** Works and topics of an archive. */
export interface ReadAuthored extends CorrectedTopics {
  authority: ReadWorks;
}

/** The notices that works and links are about. */
interface NoticesOfArchive {
  parsed: readonly SeedNotice[];
  citable: readonly CitableNotice[];
  redirects: Redirects;
}

/**
 * Reads works and links; what is wrong stands on their files.
 * @param context the files, where they are there
 * @param notices that they may name
 */
export function readAuthored(
  { works, links }: ArchiveContext,
  { parsed, citable, redirects }: NoticesOfArchive,
): ReadAuthored {
  const ids = new Set(citable.map(({ id }) => id));
  const authority = works ? readWorks(works, ids, redirects) : NO_WORKS;
  // Links to works that cannot be read would all be reported as lost.
  if (isBroken(works)) return { authority, links: [], added: new Map() };
  const anchors = new Map(citable.map((each) => [each.id, each.anchors]));
  const written = links ? readLinks(links, authority.works, anchors, redirects) : [];
  // So would topics of links that cannot be read.
  if (isBroken(links)) return { authority, links: written, added: new Map() };
  return {
    authority,
    ...correctTopics(
      parsed.map((each) => correctedOf(each, anchors)),
      written,
      redirects,
    ),
  };
}

function correctedOf(
  { notice, file, sidecar, read }: SeedNotice,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
) {
  return {
    notice: notice.id,
    anchors: anchors.get(notice.id) ?? new Set(),
    read,
    file: sidecar ?? file,
  };
}

function isBroken(file: VFile | null | undefined): boolean {
  return file ? hasErrors(file) : false;
}
