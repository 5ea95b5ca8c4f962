/** `seeds/links.yaml`: VFile → topic links between clauses and sections of works. */
import type { VFile } from 'vfile';
import { report } from '../notice/report.ts';
import { sectionOf } from './outline.ts';
import { linksSchema } from './schema.ts';
import type { TopicLink, Work } from './work.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Reads the topic links. Never throws.
 * @param file gets the messages, all errors: `links-syntax`, `links-schema`, `links-target`, `links-duplicate`
 * @param works of the authority file
 * @param anchors id of a notice → the anchors of its clauses
 * @returns the links whose both ends exist
 */
export function readLinks(
  file: VFile,
  works: readonly Work[],
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): TopicLink[] {
  const read = readYaml(file, linksSchema, 'links');
  if (read === null) return [];
  const byId = new Map(works.map((work) => [work.id, work]));
  const seen = new Set<string>();
  return read.value.links.filter((link, index) => {
    const lost = lostEnd(link, byId, anchors);
    const key = [link.notice, link.clause, link.work, link.section].join(' ');
    if (lost !== null) {
      report(file, {
        ruleId: 'links-target',
        severity: 'error',
        reason: `${lost.reason} 所指不存在。`,
        note: 'Compare with the outline in seeds/works.yaml and with npm run inspect; take the link out if its end is given up.',
        place: read.placeOf(['links', index, lost.key]),
      });
    } else if (seen.has(key)) {
      report(file, {
        ruleId: 'links-duplicate',
        severity: 'error',
        reason: 'This clause and this section are linked already. 对应关系重复。',
        note: 'Put all terms into one link.',
        place: read.placeOf(['links', index]),
      });
    } else {
      seen.add(key);
      return true;
    }
    return false;
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
  if (section !== null && sectionOf(target, section) === null) {
    return {
      key: 'section',
      reason: `The outline of ${work} has no section (or more than one) named ${section}.`,
    };
  }
  return null;
}
