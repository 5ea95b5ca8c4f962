/** anchor: Notice → Notice. Ids from printed labels (DESIGN, contracts: anchors); position in the text never decides. */
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

const MARKED_IDS = {
  annexNote: 'annex-note',
  annexLabel: 'annex-label',
  signature: 'signature',
  date: 'date',
  note: 'note',
  imprint: 'imprint',
} as const;

/** Ids given so far on one page. */
class Anchors {
  readonly #given = new Map<string, number>();

  /** The id itself, or with `.2`, `.3` … when it was given before. */
  give(wanted: string): string {
    const count = (this.#given.get(wanted) ?? 0) + 1;
    this.#given.set(wanted, count);
    return count === 1 ? wanted : this.give(`${wanted}.${count}`);
  }
}

/**
 * Sets the id of every node that can be addressed.
 * @param notice from `parse`; changed in place and returned
 */
export function anchor(notice: Notice): Notice {
  const anchors = new Anchors();
  for (const zone of notice.children) {
    if (zone.type === 'imprint') anchorMarked(zone, '', anchors);
    else if (zone.type === 'letter' || zone.type === 'enclosure' || zone.type === 'annex')
      anchorBody(zone, anchors);
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

function anchorBody(body: Letter | Enclosure | Annex, anchors: Anchors): void {
  let paragraphs = 0;
  for (const block of body.children) {
    if (block.type === 'paragraph') block.id = anchors.give(`${body.prefix}p${++paragraphs}`);
    else if (block.type === 'section') anchorSection(block, body.prefix, '', anchors);
    else if (block.type === 'heading')
      block.id = body.prefix === '' ? '' : anchors.give(`${body.prefix}title`);
    else anchorMarked(block, body.type === 'letter' ? '' : body.prefix, anchors);
  }
}

/** Signature, date and note are the notice's own; those of an annex carry its prefix. */
function anchorMarked(
  block: Marked<keyof typeof MARKED_IDS>,
  prefix: string,
  anchors: Anchors,
): void {
  block.id = anchors.give(prefix + MARKED_IDS[block.type]);
  anchorParagraphs(block.children, block.id, anchors);
}

/**
 * @param section to anchor, with all in it
 * @param prefix of the body: `letter-`
 * @param parent id of the unit round it without prefix and without a suffix for repetition; empty at the top
 */
function anchorSection(section: Section, prefix: string, parent: string, anchors: Anchors): void {
  const path = pathOf(section, parent);
  section.id = anchors.give(prefix + path);
  const base = section.id.slice(prefix.length);
  anchorParagraphs(
    section.children.filter((child) => child.type === 'paragraph'),
    section.id,
    anchors,
  );
  for (const child of section.children) {
    if (child.type === 'section') anchorSection(child, prefix, base, anchors);
  }
}

/** The first paragraph shares the unit's id; the next are -p2, -p3. */
function anchorParagraphs(paragraphs: readonly Paragraph[], id: string, anchors: Anchors): void {
  for (const [index, paragraph] of paragraphs.entries()) {
    paragraph.id = index === 0 ? id : anchors.give(`${id}-p${index + 1}`);
  }
}

/** The address of a unit in its body: `s1-2-3`, `c1`, `c1-j1`, `a12`, `a12-1`. */
function pathOf({ scheme, ordinal, label }: Section, parent: string): string {
  const under = parent === '' ? '' : `${parent}-`;
  switch (scheme) {
    case 'part':
      return `b${ordinal}`;
    case 'chapter':
      return `${parent.startsWith('b') ? under : ''}c${ordinal}`;
    case 'subchapter':
      return `${under}j${ordinal}`;
    case 'article':
      return `a${ordinal}`;
    case 'decimal':
      return decimalPath(label, parent);
    default:
      return holdsNumbers(parent) ? `${under}${ordinal}` : `${under}s${ordinal}`;
  }
}

/** Whether a unit's path already counts with `s` or `a`, so that numbers simply go on. */
function holdsNumbers(path: string): boolean {
  return /(?:^|-)[sa]\d/.test(path);
}

/** 1.1.2 is s1-1-2, whether or not its parents are units of their own. */
function decimalPath(label: string, parent: string): string {
  const ordinals = label.normalize('NFKC').match(/\d+/g)?.map(Number) ?? [];
  const own = ordinals.join('-');
  const holder = ordinals.slice(0, -1).join('-');
  if (!holdsNumbers(parent)) return parent === '' ? `s${own}` : `${parent}-s${own}`;
  const numbers = parent.replace(/^.*?[sa](?=\d)/, '').replace(/\.\d+$/, '');
  return numbers === holder ? `${parent}-${ordinals.at(-1) ?? 0}` : `${parent}-${own}`;
}
