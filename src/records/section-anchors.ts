import { readLabel } from '../notation/labels.ts';
import type { OutlineSection } from '../model/work.ts';

/**
 * The anchors of a work's sections: like those of clauses from their labels (`s3-4`); `x` and the position for one whose label nobody
 * established.
 * @param outline of a work
 * @returns section → anchor, all different
 */
export function sectionAnchors(outline: readonly OutlineSection[]): Map<OutlineSection, string> {
  const anchors = new Map<OutlineSection, string>();
  const given = new Set<string>();
  number(outline, '');
  return anchors;

  function number(sections: readonly OutlineSection[], parent: string): void {
    for (const [index, section] of sections.entries()) {
      const anchor = unique(pathOf(section, parent, index + 1));
      anchors.set(section, anchor);
      number(section.sections, anchor);
    }
  }

  function unique(path: string): string {
    const anchor = given.has(path) ? unique(`${path}.2`) : path;
    given.add(anchor);
    return anchor;
  }
}

function pathOf({ label }: OutlineSection, parent: string, position: number): string {
  const under = parent === '' ? '' : `${parent}-`;
  // decimal labels carry the whole path: 4.1 is s4-1
  if (label !== null && /^\d+(?:\.\d+)*$/.test(label)) return `s${label.replaceAll('.', '-')}`;
  const read = label === null ? null : readLabel(label);
  if (!read) return `${under}x${position}`;
  const ordinal = read.ordinals.at(-1) ?? position;
  if (read.scheme === 'chapter') return `c${ordinal}`;
  if (read.scheme === 'subchapter') return `${under}j${ordinal}`;
  if (read.scheme === 'article') return `a${ordinal}`;
  return /(?:^|-)[sa]\d/.test(parent) ? `${under}${ordinal}` : `${under}s${ordinal}`;
}
