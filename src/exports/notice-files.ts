/** Everything that stands beside the page of a notice: the notice in its formats, and the reference to it. */
import { REFERENCE_FILES } from '../citation/reference-files.ts';
import { noticeReference } from '../citation/reference.ts';
import { FORMATS } from './formats.ts';
import { summaryOf } from '../records/notice-record.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import type { Site } from '../model/site.ts';

/** A file `notices/<id>.<extension>`. */
export interface NoticeFile {
  extension: string;
  /** Media type. */
  type: string;
  make: () => string | Uint8Array;
}

/**
 * The files of a notice. References carry the address of its page where the site has one, and no date of access: nobody
 * has read it yet.
 * @param finished a notice that went through all stages
 * @param isNotice whether an id is of a notice of the archive
 * @param site where it is published
 */
export function noticeFiles(
  finished: ProcessedNotice,
  isNotice: (id: string) => boolean,
  { address }: Site,
): NoticeFile[] {
  const reference = noticeReference(summaryOf(finished), { site: address });
  return [
    ...FORMATS.map(({ extension, type, write }) => ({
      extension,
      type,
      make: () => write(finished, isNotice),
    })),
    ...REFERENCE_FILES.map(({ extension, type, write }) => ({
      extension,
      type,
      make: () => write(reference),
    })),
  ];
}
