/** 原文: the lines of a seed, and the parts of the notice on each. */
import { physicalLines } from '../model/seed-text.ts';
import type { Notice, TreeNode, Zone } from '../model/tree.ts';
import type { ResidueKind } from '../model/vocabulary.ts';
import { lineStarts, lineRangeOf, type LineStarts } from '../model/place.ts';
import type { ProcessedNotice } from './processed-notice.ts';
import type { Source } from '../model/records/source.ts';

/** What has no address of its own: the elements of head and foot, and the printed title of the enclosure. */
export type Unaddressed =
  'masthead' | 'number' | 'title' | 'addressees' | 'imprint' | 'enclosure' | 'letter' | 'annex';

/** What of a notice stands on a line. */
export type Standing = { anchor: string } | { element: Unaddressed } | { residue: ResidueKind };

export interface SeedLine {
  /** As editors count, from 1. */
  number: number;
  /** As it stands in the seed, without its line end. */
  text: string;
  /** In printed order, each once; none on an empty line and on one of layout (`---`). */
  standing: Standing[];
}

/**
 * Every physical line of a seed.
 * @param finished a notice that went through all stages
 */
export function seedLines({ notice, file }: Pick<ProcessedNotice, 'notice' | 'file'>): SeedLine[] {
  const text = String(file.value);
  const places = physicalLines(text);
  const standing = places.map(() => new Map<string, Standing>());
  for (const { line, what } of stretchesIn(notice, lineStarts(text))) {
    standing[line - 1]?.set(JSON.stringify(what), what);
  }
  return places.map(({ start, end }, at) => ({
    number: at + 1,
    text: text.slice(start, end),
    standing: [...(standing[at]?.values() ?? [])],
  }));
}

/**
 * Where the own text of every block with an address stands: that of its label, its heading and its first paragraph,
 * which is the text that the lock keeps a digest of.
 * @param finished a notice that went through all stages
 * @returns anchor → first and last line
 */
export function linesOfBlocks({
  notice,
  file,
}: Pick<ProcessedNotice, 'notice' | 'file'>): Map<string, Source> {
  const starts = lineStarts(String(file.value));
  const found = new Map<string, Source>();
  for (const { line, what } of stretchesIn(notice, starts)) {
    if (!('anchor' in what)) continue;
    const { line: first, endLine } = found.get(what.anchor) ?? { line, endLine: line };
    found.set(what.anchor, { line: Math.min(first, line), endLine: Math.max(endLine, line) });
  }
  return found;
}

interface Stretch {
  line: number;
  what: Standing;
}

function* stretchesIn(notice: Notice, starts: LineStarts): Generator<Stretch> {
  for (const zone of notice.children) {
    if (zone.type === 'residue') yield* linesFrom(zone, { residue: zone.kind });
    else {
      const element: Standing = { element: zone.type };
      for (const stretch of stretchesOf(zone, element, starts)) {
        // the 版记 has an id in the tree, and none on the page
        yield zone.type === 'imprint' ? { ...stretch, what: element } : stretch;
      }
    }
  }
}

/** The lines that the words of a node stand on: what stands between two of its lines, a page number, is not its own. */
function* stretchesOf(node: TreeNode, what: Standing, starts: LineStarts): Generator<Stretch> {
  if (node.type === 'text') {
    for (const line of lineRangeOf(node, starts)) yield { line, what };
    return;
  }
  if (!('children' in node)) return;
  // a label is no node of its own; its unit begins with it
  if (node.type === 'section') yield { line: node.position.start.line, what };
  for (const child of node.children as TreeNode[]) {
    yield* stretchesOf(child, addressOf(child) ?? what, starts);
  }
}

function addressOf(node: TreeNode): Standing | null {
  return 'id' in node && node.id !== '' ? { anchor: node.id } : null;
}

function* linesFrom({ position }: Zone, what: Standing): Generator<Stretch> {
  for (let { line } = position.start; line <= position.end.line; line++) yield { line, what };
}
