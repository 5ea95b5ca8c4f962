/** Notice → the blocks of its printed pages, from which text, Markdown and Word are made. */
import { labelled } from '../notation/labelled.ts';
import type { Scheme } from '../notation/labels.ts';
import { textOf } from '../model/text.ts';
import type { Block, Notice, Paragraph, Section, Zone } from '../model/tree.ts';

/** What a block is; decides its place and typeface (GB/T 9704-2012, 7.2 to 7.4). */
export type BlockKind =
  | 'masthead'
  | 'number'
  | 'title'
  | 'addressees'
  | 'enclosureTitle'
  | 'clause'
  | 'paragraph'
  | 'annexNote'
  | 'annexLabel'
  | 'signature'
  | 'date'
  | 'note'
  | 'imprint';

/** A printed block: one paragraph of the original. Its words are `label + heading + text`, in the printed reading. */
export interface PageBlock {
  kind: BlockKind;
  /** Scheme of the unit that it opens; null for all that opens none. */
  scheme: Scheme | null;
  /** 1 for the outermost units of a body, 2 for those in them; 0 for all that opens none. */
  depth: number;
  /** `（一）`, `第三条　`: with the space that sets it apart; `""` without one. */
  label: string;
  /** `""` without one. */
  heading: string;
  /** `""` where a unit has only a heading. */
  text: string;
  /** It is the first of an enclosure or annex, which begins on a new page (GB/T 9704-2012, 7.3.7). */
  opensPage: boolean;
}

/**
 * The blocks of a notice in printed order, residue apart. Errata stand in the printed reading.
 * @param notice anchored
 */
export function pageBlocks(notice: Notice): PageBlock[] {
  return notice.children.flatMap(zoneBlocks);
}

/**
 * All words of a block.
 * @param block printed
 */
export function blockText({ label, heading, text }: PageBlock): string {
  return label + heading + text;
}

const PLAIN = { scheme: null, depth: 0, label: '', heading: '', opensPage: false } as const;

function zoneBlocks(zone: Zone): PageBlock[] {
  switch (zone.type) {
    case 'residue':
      return [];
    case 'letter':
      return zone.children.flatMap(bodyBlocks);
    case 'enclosure':
    case 'annex':
      return zone.children
        .flatMap(bodyBlocks)
        .map((block, at) => ({ ...block, opensPage: at === 0 }));
    case 'imprint':
      return bodyBlocks(zone);
    case 'masthead':
      return zone.children.map((line) => ({ ...PLAIN, kind: 'masthead', text: textOf(line) }));
    default:
      return [{ ...PLAIN, kind: zone.type, text: textOf(zone) }];
  }
}

function bodyBlocks(block: Block | Extract<Zone, { type: 'imprint' }>): PageBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ ...PLAIN, kind: 'enclosureTitle', text: textOf(block) }];
    case 'paragraph':
      return [paragraphBlock(block)];
    case 'section':
      return sectionBlocks(block, 1);
    default:
      return block.children.map((line) => ({ ...PLAIN, kind: block.type, text: textOf(line) }));
  }
}

function paragraphBlock(paragraph: Paragraph): PageBlock {
  return { ...PLAIN, kind: 'paragraph', text: textOf(paragraph) };
}

/** The label stands in one block with the heading, and with the first paragraph where that runs on or where there is no heading. */
function sectionBlocks(section: Section, depth: number): PageBlock[] {
  const { scheme, label, children } = section;
  const heading = children[0]?.type === 'heading' ? children[0] : null;
  const next = children[heading ? 1 : 0];
  const runsOn = next?.type === 'paragraph' && (heading?.runIn ?? true) ? next : null;
  const opening: PageBlock = {
    ...PLAIN,
    kind: 'clause',
    scheme,
    depth,
    label: labelled(label, ''),
    heading: heading ? textOf(heading) : '',
    text: runsOn ? textOf(runsOn) : '',
  };
  const rest = children.slice((heading ? 1 : 0) + (runsOn ? 1 : 0));
  return [
    opening,
    ...rest.flatMap((child) =>
      child.type === 'section' ? sectionBlocks(child, depth + 1) : bodyBlocks(child),
    ),
  ];
}
