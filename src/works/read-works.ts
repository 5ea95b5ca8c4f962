/** `seeds/works.yaml`: VFile → works, phrases and newspapers. */
import type { VFile } from 'vfile';
import { report } from '../notice/report.ts';
import type { Complain } from './complaint.ts';
import { recordedIn, type Recorded } from './moves.ts';
import { checkNames } from './names.ts';
import { checkPhrases } from './phrases.ts';
import { checkIds } from './relations.ts';
import { authoritySchema } from './schema.ts';
import type { Authority } from './work.ts';
import { readYaml } from './yaml-file.ts';

/** The authority file, and the former ids of works recorded in it. */
export interface ReadWorks extends Authority {
  recorded: Recorded[];
}

/**
 * Reads the authority file. Never throws.
 * @param file gets the messages, all errors: `works-syntax`, `works-schema`, `works-id`, `works-alias`, `works-phrase`, `works-relation`
 * @param notices ids of the notices of the archive
 * @returns empty when the file cannot be read
 */
export function readWorks(file: VFile, notices: ReadonlySet<string>): ReadWorks {
  const read = readYaml(file, authoritySchema, 'works');
  if (read === null) return { works: [], phrases: [], media: [], recorded: [] };
  const { moves, withdrawals, ...authority } = read.value;
  const complain: Complain = ({ path, ...what }) => {
    report(file, { ...what, severity: 'error', place: read.placeOf(path) });
  };
  checkIds(authority, notices, complain);
  checkNames(authority, complain);
  checkPhrases(authority.phrases, complain);
  return { ...authority, recorded: recordedIn({ moves, withdrawals }, read.placeOf) };
}
