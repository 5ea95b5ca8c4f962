import type { NoticeRecord, OutlineNode } from '../exports/record.ts';

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
}

/** The searchable text of a notice. */
export function noticeTextOf(record: NoticeRecord): NoticeText {
  const { id, title, number, city, year, outline } = record;
  const nodes = outline.flatMap((node) => nodeTextsOf(node, []));
  return { id, name: title ?? number ?? id, number, city, year, nodes };
}

function nodeTextsOf(node: OutlineNode, around: string[]): NodeText[] {
  const label = node.label ?? '';
  const heading = node.heading ?? '';
  const path = [...around, label].filter((part) => part !== '').join(' › ');
  const own = { id: node.id, path, text: label + heading + node.text };
  const inner = [...around, label + heading];
  return [own, ...node.children.flatMap((child) => nodeTextsOf(child, inner))];
}
