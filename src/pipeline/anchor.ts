/** anchor: Notice → Notice. Ids from printed labels (DESIGN, “Anchors”); position in the text never decides. */
import {
  anchorPart,
  formatAnchor,
  MAIN_BODY,
  type Anchor,
  type AnchorBody,
  type AnchorPart,
  type BlockAnchor,
} from '../notation/anchor.ts';
import { UniqueAnchors, unitParts } from '../notation/number-anchors.ts';
import type {
  Annex,
  Enclosure,
  Letter,
  Marked,
  Notice,
  Paragraph,
  Section,
  TreeNode,
} from '../model/tree.ts';

const BLOCK_ANCHORS = {
  annexNote: 'annex-note',
  annexLabel: 'annex-label',
  signature: 'signature',
  date: 'date',
  note: 'note',
  imprint: 'imprint',
} as const satisfies Record<string, BlockAnchor>;

/**
 * Sets the id of every node that can be addressed.
 * @param notice from `parse`; changed in place and returned
 */
export function anchor(notice: Notice): Notice {
  const anchors = new UniqueAnchors();
  for (const zone of notice.children) {
    if (zone.type === 'imprint') anchorMarked(zone, MAIN_BODY, anchors);
    else if (zone.type === 'letter' || zone.type === 'enclosure' || zone.type === 'annex')
      anchorBlocks(zone, anchors);
  }
  return notice;
}

/**
 * All anchors of a notice.
 * @param node anchored
 */
export function anchorsIn(node: TreeNode): Set<string> {
  const anchors = new Set<string>();
  gather(node);
  return anchors;

  function gather(each: TreeNode): void {
    if (each.type !== 'notice' && 'id' in each && each.id !== '') anchors.add(each.id);
    if ('children' in each) for (const child of each.children as TreeNode[]) gather(child);
  }
}

function anchorBlocks(
  { type, anchorBody, children }: Letter | Enclosure | Annex,
  anchors: UniqueAnchors,
): void {
  const take = (part: AnchorPart): string =>
    formatAnchor(anchors.take({ body: anchorBody, parts: [part] }));
  let paragraphs = 0;
  for (const block of children) {
    if (block.type === 'paragraph') block.id = take(anchorPart('p', ++paragraphs));
    else if (block.type === 'section')
      anchorSection(block, { body: anchorBody, parts: [] }, anchors);
    // the title of the enclosure is the notice's own
    else if (block.type === 'heading')
      block.id = anchorBody.kind === 'main' ? '' : take(anchorPart('title'));
    else anchorMarked(block, type === 'letter' ? MAIN_BODY : anchorBody, anchors);
  }
}

/** Signature, date and note of a letter are the notice's own; those of other bodies carry their prefix. */
function anchorMarked(
  block: Marked<keyof typeof BLOCK_ANCHORS>,
  body: AnchorBody,
  anchors: UniqueAnchors,
): void {
  const given = anchors.take({ body, parts: [anchorPart(BLOCK_ANCHORS[block.type])] });
  block.id = formatAnchor(given);
  anchorParagraphs(block.children, given, anchors);
}

/**
 * @param section to anchor, with all in it
 * @param parent anchor of the unit around it; without parts at the top
 */
function anchorSection(section: Section, { body, parts }: Anchor, anchors: UniqueAnchors): void {
  const given = anchors.take({ body, parts: unitParts(section, parts) });
  section.id = formatAnchor(given);
  anchorParagraphs(
    section.children.filter((child) => child.type === 'paragraph'),
    given,
    anchors,
  );
  for (const child of section.children) {
    if (child.type === 'section') anchorSection(child, given, anchors);
  }
}

/** The first paragraph shares the unit's id; the next are -p2, -p3. */
function anchorParagraphs(
  paragraphs: readonly Paragraph[],
  { body, parts }: Anchor,
  anchors: UniqueAnchors,
): void {
  for (const [index, paragraph] of paragraphs.entries()) {
    const own = { body, parts: [...parts, anchorPart('p', index + 1)] };
    paragraph.id = formatAnchor(index === 0 ? { body, parts } : anchors.take(own));
  }
}
