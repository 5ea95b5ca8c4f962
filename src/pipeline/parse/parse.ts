/** parse: Block[] → Notice. The elements of the 公文 in printed order (GB/T 9704-2012, 7.2–7.4). */
import type { Position } from 'unist';
import type {
  Annex,
  Block as Node,
  Enclosure,
  Letter,
  Notice,
  Residue,
  Zone,
} from '../../notice/tree.ts';
import { join, pointOf, type Words } from '../../notice/words.ts';
import type { Block, Scan } from '../scan/scan.ts';
import { divide, type Body } from './bodies.ts';
import { nest } from './clauses.ts';
import { readHead } from './head.ts';
import { element, heading, marked, placeIn, spanOf, wordsOf, type Place } from './nodes.ts';
import { takeImprints } from './imprint.ts';
import { readRoles, type Run } from './roles.ts';

/**
 * Parses the blocks of a seed.
 * @param scanned from `scan`
 * @param text the decoded seed
 * @param lines offsets at which its lines begin
 * @returns the notice, ids not yet set; every word of the blocks stands in exactly one node
 */
export function parse(scanned: Scan, text: string, lines: readonly number[]): Notice {
  const place = placeIn(lines);
  const head = readHead(scanned.blocks);
  const { body, imprints } = takeImprints(head.rest);
  const title = join(wordsOf(head.title)).value;
  const zones: Zone[] = [
    ...zone('masthead', head.masthead, place),
    ...zone('number', head.number, place),
    ...zone('title', head.title, place),
    ...zone('addressees', head.addressees, place),
    ...divide(body, title).map((each) => bodyOf(each, place)),
    ...imprints.map((lines) => marked('imprint', wordsOf(lines), place)),
  ];
  zones.sort((one, other) => offsetOf(one) - offsetOf(other));
  const residue: Residue[] = [
    ...scanned.residue,
    ...head.other.map(({ words }) => ({ kind: 'metadata' as const, words })),
  ]
    .sort((one, other) => (one.words.at[0] ?? 0) - (other.words.at[0] ?? 0))
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
    position: { start: pointOf(0, lines), end: pointOf(text.length, lines) },
  };
}

function offsetOf(node: { position: Position }): number {
  return node.position.start.offset ?? 0;
}

function zone<Type extends 'masthead' | 'number' | 'title' | 'addressees'>(
  type: Type,
  blocks: readonly Block[],
  place: Place,
): ReturnType<typeof element<Type>>[] {
  return blocks.length === 0 ? [] : [element(type, wordsOf(blocks), place)];
}

function bodyOf(body: Body, place: Place): Letter | Enclosure | Annex {
  const title: Words[] = wordsOf(body.title);
  const children: Node[] = [
    ...(body.label ? [marked('annexLabel', [body.label.words], place)] : []),
    ...(title.length > 0 ? [heading(join(title), false, place)] : []),
    ...readRoles(body.blocks, body.type === 'letter').flatMap((run) => nodesOf(run, place)),
  ];
  return { type: body.type, prefix: body.prefix, children, position: spanOf(children) };
}

function nodesOf({ role, blocks }: Run, place: Place): Node[] {
  return role === 'text' ? nest(blocks, place) : [marked(role, wordsOf(blocks), place)];
}
