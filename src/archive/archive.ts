/** An archive: what goes into the pipeline, and what comes out of it. */
import type { VFile } from 'vfile';
import type { Authority } from '../authored/works-schema.ts';
import type { TopicLink } from '../authored/links-schema.ts';
import type { AddressLock } from '../permalinks/address-lock.ts';
import type { RecordFile } from '../permalinks/records.ts';
import type { Biblio, CitableNotice } from '../pipeline/link/biblio.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';

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
  orphans?: readonly VFile[];
  /** What was published: what the files below name by a former address is followed. */
  lock?: AddressLock;
  /** `seeds/works.yaml` */
  works?: VFile | null;
  /** `seeds/links.yaml` */
  links?: VFile | null;
}

/** An archive that went through all stages. */
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
