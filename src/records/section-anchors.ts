import { anchorPart, formatAnchor, MAIN_BODY, type AnchorPart } from '../notation/anchor.ts';
import { readLabel } from '../notation/labels.ts';
import { UniqueAnchors, unitParts } from '../notation/number-anchors.ts';
import type { OutlineSection } from '../authored/work-schema.ts';

/**
 * The anchors of a work's sections: like those of clauses from their labels (`s3-4`); `x` and the position for one whose label nobody
 * established.
 * @param outline of a work
 * @returns section → anchor, all different
 */
export function sectionAnchors(outline: readonly OutlineSection[]): Map<OutlineSection, string> {
  const anchors = new Map<OutlineSection, string>();
  const unique = new UniqueAnchors();
  number(outline, []);
  return anchors;

  function number(sections: readonly OutlineSection[], parent: readonly AnchorPart[]): void {
    for (const [index, section] of sections.entries()) {
      const parts = partsOf(section, parent, index + 1);
      const anchor = unique.take({ body: MAIN_BODY, parts });
      anchors.set(section, formatAnchor(anchor));
      number(section.sections, anchor.parts);
    }
  }
}

function partsOf(
  { label }: OutlineSection,
  parent: readonly AnchorPart[],
  position: number,
): AnchorPart[] {
  // decimal labels carry all numbers: 4.1 is s4-1
  if (label !== null && /^\d+(?:\.\d+)*$/.test(label))
    return unitParts({ scheme: 'decimal', ordinal: 0, label }, []);
  const read = label === null ? null : readLabel(label);
  if (!read) return [...parent, anchorPart('x', position)];
  // the parts (部分) of an outline are its outermost numbers, like 一、
  const scheme = read.scheme === 'part' ? 'han' : read.scheme;
  return unitParts({ scheme, ordinal: read.ordinals.at(-1) ?? position, label: read.text }, parent);
}
