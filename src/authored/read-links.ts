/** `seeds/links.yaml`: VFile → topic links between clauses and sections of works. */
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import {
  NO_REDIRECTS,
  type Redirect,
  type Redirects,
  type ClauseName,
} from '../model/redirects.ts';
import { outlineSection } from './outline.ts';
import { linksSchema } from './links-schema.ts';
import type { TopicLink } from './links-schema.ts';
import type { Work } from './work-schema.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Reads the topic links. Never throws. A link to a former address is followed to where its text went, or left out when it was withdrawn.
 * @param file gets the messages: errors `links-syntax`, `links-schema`, `links-target`, `links-duplicate`, and a warning `links-moved` for what was followed or left out
 * @param works of the authority file
 * @param anchors id of a notice → the anchors of its clauses
 * @param redirects from the addresses they had before
 * @returns the links whose both ends exist
 */
export function readLinks(
  file: VFile,
  works: readonly Work[],
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  redirects: Redirects = NO_REDIRECTS,
): TopicLink[] {
  const read = readYaml(file, linksSchema, {
    syntax: 'links-syntax',
    schema: 'links-schema',
  });
  if (read === null) return [];
  const byId = new Map(works.map((work) => [work.id, work]));
  const seen = new Map<string, boolean>();
  return read.value.links.flatMap((printed, index) => {
    const redirect = redirects.clause(printed, printed.terms);
    if (redirect)
      reportMoved(file, printed, redirect, (key) => read.placeOf(['links', index, key]));
    if (redirect?.to === null) return [];
    const link = { ...printed, ...redirect?.to };
    const lost = lostEnd(link, byId, anchors);
    const key = [link.notice, link.clause, link.work, link.section].join(' ');
    const isMoved = redirect !== null;
    const other = seen.get(key);
    if (lost !== null) {
      report(file, {
        ruleId: 'links-target',
        severity: 'error',
        reason: `${lost.reason} 所指不存在。`,
        note: 'Compare with the outline in seeds/works.yaml and with npm run inspect; take the link out if its end is given up.',
        place: read.placeOf(['links', index, lost.key]),
      });
    } else if (other === undefined) {
      seen.set(key, isMoved);
      return [link];
    } else if (!isMoved && !other) {
      // a link that was redirected to the place of another has a message already
      report(file, {
        ruleId: 'links-duplicate',
        severity: 'error',
        reason: 'This clause and this section are linked already. 对应关系重复。',
        note: 'Put all terms into one link.',
        place: read.placeOf(['links', index]),
      });
    }
    return [];
  });
}

/** A link to a former address, which is followed to where its text went or left out. */
function reportMoved(
  file: VFile,
  { notice, clause }: ClauseName,
  { to, why }: Redirect<ClauseName>,
  placeOf: (key: 'notice' | 'clause') => Point,
): void {
  const key = to === null || to.notice === notice ? 'clause' : 'notice';
  report(file, {
    ruleId: 'links-moved',
    severity: 'warning',
    reason: `${notice}#${clause} ${why}; ${to === null ? 'this link is left out' : 'this link is followed'}. ${to === null ? '所指条文已无，此项不用' : '所指条文地址已变动'}。`,
    note:
      to === null
        ? 'Take the link out, or name the clause that has its terms now.'
        : `Write ${to.notice === notice ? '' : `notice: ${to.notice}, `}clause: ${to.clause}`,
    place: placeOf(key),
  });
}

function lostEnd(
  { notice, clause, work, section }: TopicLink,
  works: ReadonlyMap<string, Work>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): { key: 'notice' | 'clause' | 'work' | 'section'; reason: string } | null {
  const target = works.get(work);
  if (!anchors.has(notice)) return { key: 'notice', reason: `There is no notice ${notice}.` };
  if (!anchors.get(notice)?.has(clause))
    return { key: 'clause', reason: `${notice} has no clause ${clause}.` };
  if (!target) return { key: 'work', reason: `There is no work ${work}.` };
  if (section !== null && outlineSection(target, section) === null) {
    return {
      key: 'section',
      reason: `The outline of ${work} has no section (or more than one) named ${section}.`,
    };
  }
  return null;
}
