/** The text of a notice in Akoma Ntoso: units, blocks, citations. */
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import type { Scheme } from '../../notation/labels.ts';
import { textOf } from '../../model/text.ts';
import type { Block, Heading, Imprint, Inline, Paragraph, Section } from '../../model/tree.ts';
import { noticeUrl, workUrl } from '../../model/address.ts';
import type { Ids } from './akoma-ntoso-ids.ts';
import { xmlText } from '../xml-characters.ts';

/** What the walk through one notice carries along. */
export interface Walk extends Ids {
  /** Whether an id is of a notice of the archive. */
  isNotice: (id: string) => boolean;
}

/** Scheme → element and its short name in an eId (Akoma Ntoso Naming Convention 1.0, table of abbreviations). */
const ELEMENTS: Record<Scheme, [element: string, short: string]> = {
  part: ['part', 'part'],
  chapter: ['chapter', 'chp'],
  subchapter: ['subchapter', 'subchp'],
  article: ['article', 'art'],
  decimal: ['clause', 'clause'],
  han: ['section', 'sec'],
  'han-paren': ['subsection', 'subsec'],
  arabic: ['paragraph', 'para'],
  'arabic-paren': ['subparagraph', 'subpara'],
  circled: ['point', 'point'],
};

function addSection(parent: XMLBuilder, section: Section, above: string, walk: Walk): void {
  const [element, short] = ELEMENTS[section.scheme];
  const eId = walk.claim(`${above}__${short}_${section.ordinal}`);
  const own = parent.ele(element, { eId, ...walk.anchor(section.id) });
  own.ele('num', { eId: walk.claim(`${eId}__num`) }).txt(xmlText(section.label));
  const [first, ...rest] = section.children;
  if (first?.type === 'heading') {
    addInline(own.ele('heading', { eId: walk.claim(`${eId}__heading`) }), first.children, walk);
    addHierarchy(own, rest, eId, walk);
  } else {
    addHierarchy(own, section.children, eId, walk);
  }
}

/**
 * Adds the blocks of a body or a unit. Units may follow an `intro`; what is printed between or behind them has no other place than a container
 * of its own.
 * @param parent a hierarchical element
 * @param blocks in printed order
 * @param above eId of `parent`
 */
export function addHierarchy(
  parent: XMLBuilder,
  blocks: readonly (Block | Imprint)[],
  above: string,
  walk: Walk,
): void {
  const runs = runsOf(blocks);
  for (const [at, run] of runs.entries()) {
    if (run[0]?.type === 'section') {
      for (const section of run) addSection(parent, section as Section, above, walk);
    } else if (runs.length === 1) {
      addContent(parent, 'content', run, above, walk);
    } else if (at === 0) {
      addContent(parent, 'intro', run, above, walk);
    } else {
      const eId = walk.next(`${above}__hcontainer`);
      const continuation = parent.ele('hcontainer', { eId, name: 'continuation' });
      addContent(continuation, 'content', run, eId, walk);
    }
  }
}

/** Blocks in turns: units, other blocks, units … */
function runsOf(blocks: readonly (Block | Imprint)[]): (Block | Imprint)[][] {
  const runs: (Block | Imprint)[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && (last[0]?.type === 'section') === (block.type === 'section')) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** @param blocks no units */
function addContent(
  parent: XMLBuilder,
  element: 'content' | 'intro',
  blocks: readonly (Block | Imprint)[],
  above: string,
  walk: Walk,
): void {
  const eId = walk.claim(`${above}__${element}`);
  addLines(parent.ele(element, { eId }), blocks, eId, walk);
}

/** Paragraphs as `p`; what has a role of its own (signature, date …) as `p` with the role as class. */
function addLines(
  parent: XMLBuilder,
  blocks: readonly (Block | Imprint)[],
  above: string,
  walk: Walk,
): void {
  for (const block of blocks) {
    for (const line of printedLines(block)) {
      const p = parent.ele('p', {
        eId: walk.next(`${above}__p`),
        ...(line.type === 'paragraph' ? walk.anchor(line.id) : {}),
        ...(block.type === 'paragraph' ? {} : { class: block.type }),
      });
      addInline(p, line.children, walk);
    }
  }
}

/**
 * What holds inline content in a block.
 * @param block no unit
 */
export function printedLines(block: Block | Imprint): (Paragraph | Heading)[] {
  if (block.type === 'section') return [];
  return block.type === 'heading' || block.type === 'paragraph' ? [block] : block.children;
}

/** Adds words, citations as `ref`s, errata in the printed reading. */
export function addInline(parent: XMLBuilder, nodes: readonly Inline[], walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'text') parent.txt(xmlText(textOf(node)));
    else if (node.type === 'erratum' || node.role === 'self')
      addInline(parent, node.children, walk);
    else addInline(addRefs(parent, node.works, walk), node.children, walk);
  }
}

/** One `ref` a work, each inside the one before. */
function addRefs(parent: XMLBuilder, works: readonly string[], walk: Walk): XMLBuilder {
  return works.reduce((outer, id) => {
    const url = walk.isNotice(id) ? noticeUrl(id) : workUrl(id);
    return outer.ele('ref', { eId: walk.next('ref'), href: `../${url}` });
  }, parent);
}
