/** The sections of a work. */
import type { OutlineSection, Work } from './work-schema.ts';

/**
 * All sections of a work in printed order, nested ones behind the one that holds them.
 * @param work from the authority file
 */
export function sectionsOf({ outline }: Pick<Work, 'outline'>): OutlineSection[] {
  return outline.flatMap((section) => [section, ...sectionsOf({ outline: section.sections })]);
}

/**
 * The section of a work that a topic link means.
 * @param work from the authority file
 * @param name its label or, when that is not established, its heading
 * @returns null when there is none, or more than one
 */
export function outlineSection(work: Pick<Work, 'outline'>, name: string): OutlineSection | null {
  const found = sectionsOf(work).filter(({ label, heading }) => (label ?? heading) === name);
  return found.length === 1 ? (found[0] ?? null) : null;
}
