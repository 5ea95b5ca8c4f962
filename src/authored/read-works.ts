/** `seeds/works.yaml`: VFile → works, phrases and newspapers. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Complain } from './complaint.ts';
import { recordedIn, type Recorded } from './move-records.ts';
import { followNotices } from './follow-notice-ids.ts';
import { NO_REDIRECTS, type Redirects } from '../model/redirects.ts';
import { checkNames } from './names.ts';
import { checkPhrases } from './phrases.ts';
import { authoritySchema } from './works-schema.ts';
import type { Authority } from './works-schema.ts';
import { readYaml } from './yaml-file.ts';

/** The authority file, and the former ids of works recorded in it. */
export interface ReadWorks extends Authority {
  recorded: Recorded[];
}

/**
 * Reads the authority file. Never throws.
 * @param file gets the messages, all errors: `works-syntax`, `works-schema`, `works-id`, `works-alias`, `works-phrase`, `works-relation`; the last is a warning
 *   where an id without a document can be followed or left out
 * @param notices ids of the notices of the archive
 * @param redirects from the ids they had before
 * @returns empty when the file cannot be read
 */
export function readWorks(
  file: VFile,
  notices: ReadonlySet<string>,
  redirects: Redirects = NO_REDIRECTS,
): ReadWorks {
  const read = readYaml(file, authoritySchema, {
    syntax: 'works-syntax',
    schema: 'works-schema',
  });
  if (read === null) return { works: [], phrases: [], media: [], recorded: [] };
  const { moves, withdrawals, ...printed } = read.value;
  const complainAs =
    (severity: 'error' | 'warning'): Complain =>
    ({ path, ...what }) => {
      report(file, { ...what, severity, place: read.placeOf(path) });
    };
  const complain = complainAs('error');
  const authority = followNotices(printed, notices, redirects, {
    complain,
    warn: complainAs('warning'),
  });
  checkNames(printed, complain);
  checkPhrases(printed.phrases, complain);
  return { ...authority, recorded: recordedIn({ moves, withdrawals }, read.placeOf) };
}
