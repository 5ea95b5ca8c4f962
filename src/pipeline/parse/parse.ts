/** parse: Block[] → Notice. The elements of the 公文 in printed order (GB/T 9704-2012, 7.2–7.4). */
import type {
  Annex,
  Block as Node,
  Enclosure,
  Letter,
  Masthead,
  Notice,
  Residue,
  Zone,
} from '../../model/tree.ts';
import { SeedPosition, type LineStarts } from '../../model/place.ts';
import { join, startOf, type SourceText } from '../../model/source-text.ts';
import { isOrgan, isOtherOrgan } from '../../notation/organs.ts';
import type { TextBlock, Scan } from '../scan/scan.ts';
import { splitBodies, type Body } from './split-bodies.ts';
import { nest } from './clauses.ts';
import { readHead } from './head.ts';
import {
  elementNode,
  headingNode,
  markedNode,
  paragraphNode,
  rangeIn,
  blockSpan,
  blockWords,
  type SourceRange,
} from './builders.ts';
import { findImprints, type ImprintBlocks } from './imprint.ts';
import { readRoles, type BlockRun } from './roles.ts';

/**
 * Parses the blocks of a seed.
 * @param scanned from `scan`
 * @param text the decoded seed
 * @param lines offsets at which its lines begin
 * @returns the notice, ids not yet set; every word of the blocks stands in exactly one node
 */
export function parse(scanned: Scan, text: string, lines: LineStarts): Notice {
  const place = rangeIn(lines);
  const head = readHead(scanned.blocks);
  const { bodies, imprints } = divideAround(head.rest, join(blockWords(head.title)).value);
  const zones: Zone[] = [
    ...masthead(head.masthead, place),
    ...zone('number', head.number, place),
    ...zone('title', head.title, place),
    ...zone('addressees', head.addressees, place),
    ...bodies.map((each) => bodyOf(each, place)),
    ...imprints.map((lines) => markedNode('imprint', blockWords(lines), place)),
  ];
  zones.sort((one, other) => offsetOf(one) - offsetOf(other));
  const residue: Residue[] = [
    ...scanned.residue,
    ...head.other.map(({ words }) => ({ kind: 'metadata' as const, words })),
  ]
    .sort((one, other) => startOf(one.words) - startOf(other.words))
    .map(({ kind, words }) => ({
      type: 'residue',
      kind,
      value: words.value,
      position: place(words),
    }));
  return {
    type: 'notice',
    id: '',
    children: [...zones, ...residue],
    position: new SeedPosition(lines, 0, text.length),
  };
}

/** Bodies, and the imprints that stand behind or between them: what looks like one inside a body is text of it. */
function divideAround(
  blocks: readonly TextBlock[],
  title: string,
): { bodies: Body[]; imprints: ImprintBlocks[] } {
  const found = findImprints(blocks);
  const without = (imprints: readonly ImprintBlocks[]): Body[] => {
    const lines = new Set(imprints.flat());
    return splitBodies(
      blocks.filter((block) => !lines.has(block)),
      title,
    );
  };
  const first = without(found);
  const imprints = outside(found, first);
  const bodies = imprints.length === found.length ? first : without(imprints);
  // a rejected imprint changes where bodies end: then only an imprint at the very end is certain
  const isSure = outside(imprints, bodies).length === imprints.length;
  if (isSure) return { bodies, imprints };
  const last = imprints.filter((imprint) => imprint.at(-1) === blocks.at(-1));
  return { bodies: without(last), imprints: last };
}

/** The imprints that stand in no body. Both are in printed order. */
function outside(imprints: readonly ImprintBlocks[], bodies: readonly Body[]): ImprintBlocks[] {
  const bounds = bodies.map(boundsOf);
  let next = 0;
  return imprints.filter(([line]) => {
    const at = line ? startOf(line.words) : 0;
    while ((bounds[next]?.last ?? Infinity) <= at) next++;
    return (bounds[next]?.first ?? Infinity) >= at;
  });
}

/** Where the first and the last block of a body begin. */
function boundsOf({ label, title, blocks }: Body): { first: number; last: number } {
  const first = label ?? title[0] ?? blocks[0];
  const last = blocks.at(-1) ?? title.at(-1) ?? label;
  return { first: first ? startOf(first.words) : 0, last: last ? startOf(last.words) : 0 };
}

function offsetOf(node: { position: SeedPosition }): number {
  return node.position.start.offset;
}

function masthead(blocks: readonly TextBlock[], place: SourceRange): Masthead[] {
  if (blocks.length === 0) return [];
  const children = organLines(blockWords(blocks)).map((words) => paragraphNode(words, place));
  return [{ type: 'masthead', children, position: blockSpan(children) }];
}

/** A name may run over several lines (`…工作联席会议` `办公室文件`); another organ's begins one, and in a list of organs every name does. */
function organLines(lines: readonly SourceText[]): SourceText[] {
  const organs: SourceText[][] = [];
  for (const line of lines) {
    const last = organs.at(-1);
    const name = line.value.replace(/(?:文件|发电)$/, '');
    const isNext =
      last && (isOtherOrgan(name, join(last).value) || (organs.length > 1 && isOrgan(name)));
    if (last && !isNext) last.push(line);
    else organs.push([line]);
  }
  return organs.map(join);
}

function zone<Type extends 'number' | 'title' | 'addressees'>(
  type: Type,
  blocks: readonly TextBlock[],
  place: SourceRange,
): ReturnType<typeof elementNode<Type>>[] {
  return blocks.length === 0 ? [] : [elementNode(type, blockWords(blocks), place)];
}

function bodyOf(body: Body, place: SourceRange): Letter | Enclosure | Annex {
  const title: SourceText[] = blockWords(body.title);
  const children: Node[] = [
    ...(body.label ? [markedNode('annexLabel', [body.label.words], place)] : []),
    ...(title.length > 0 ? [headingNode(join(title), false, place)] : []),
    ...readRoles(body.blocks, body.type === 'letter').flatMap((run) => nodesOf(run, place)),
  ];
  return { type: body.type, anchorBody: body.anchorBody, children, position: blockSpan(children) };
}

function nodesOf({ role, blocks }: BlockRun, place: SourceRange): Node[] {
  return role === 'text' ? nest(blocks, place) : [markedNode(role, blockWords(blocks), place)];
}
