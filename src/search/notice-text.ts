import type { ErratumRecord, NoticeRecord, OutlineNode } from '../exports/record.ts';

/** What search needs of a notice: who it is, and its nodes in reading order. */
export interface NoticeText {
  id: string;
  /** What it is called in a list: its title, else its number, else its id. */
  name: string;
  number: string | null;
  city: string | null;
  year: number | null;
  nodes: NodeText[];
}

/** A node of the outline without its children: what can be a hit. */
export interface NodeText {
  id: string;
  /** Labels and headings of the units around it and its own label: `一、总体思路 › （二）`; empty for a bare paragraph. */
  path: string;
  /** Label, heading and paragraphs as printed. */
  text: string;
  /** The same with the errata that are applied; absent where there are none. */
  corrected?: string;
}

/** The searchable text of a notice. */
export function noticeTextOf(record: NoticeRecord): NoticeText {
  const { id, title, number, city, year, outline, errata } = record;
  const applied = errata.filter((erratum) => erratum.applied);
  const nodes = outline.flatMap((node) => nodeTextsOf(node, [], applied));
  return { id, name: title ?? number ?? id, number, city, year, nodes };
}

/** What of a node can be searched: its text as printed and, where it differs, as corrected. */
export function readingsOf({ text, corrected }: NodeText): string[] {
  return corrected === undefined ? [text] : [text, corrected];
}

function nodeTextsOf(node: OutlineNode, around: string[], errata: ErratumRecord[]): NodeText[] {
  const label = node.label ?? '';
  const heading = node.heading ?? '';
  const path = [...around, label].filter((part) => part !== '').join(' › ');
  const text = label + heading + node.text;
  const corrected = errata
    .filter(({ clause }) => clause === node.id)
    .reduce((reading, { from, to }) => reading.replace(from, () => to ?? from), text);
  const own = { id: node.id, path, text, ...(corrected === text ? {} : { corrected }) };
  const inner = [...around, label + heading];
  return [own, ...node.children.flatMap((child) => nodeTextsOf(child, inner, errata))];
}
