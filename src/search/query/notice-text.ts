import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';
import type { SuppliedFacts } from '../../model/records/notice-summary.ts';
import { placeOfOrgan } from '../../notation/places.ts';

/** What search needs of a notice: its facts, and its nodes in reading order. */
export interface NoticeText {
  id: string;
  /** What it is called in a list: its title, else its number, else its id. */
  name: string;
  number: string | null;
  /** Its city, else its province or 全国. */
  city: string | null;
  year: number | null;
  kind: string | null;
  /** 成文日期, else 印发日期; ISO 8601 or a prefix of it. */
  date: string | null;
  /** Who says which of these, where the notice does not; absent where it says all. */
  stated?: SuppliedFacts;
  nodes: NodeText[];
}

/** A node of the outline without its children: what can be a hit. */
export interface NodeText {
  id: string;
  /** Labels and headings of the units around it and its own label: `一、总体思路 › （二）`; empty for a bare paragraph. */
  path: string;
  /** Label, heading and paragraphs as printed. */
  text: string;
  /** How much of the text is label and heading. */
  head: number;
  /** The same with the errata that are applied; absent where there are none. */
  corrected?: string;
  /** Ids of the works it cites; absent where there are none. */
  works?: string[];
}

/**
 * A notice as the files of search hold it: its nodes by column, because that compresses best, without
 * what follows from the rest.
 */
export interface PackedNotice extends Omit<NoticeText, 'nodes'> {
  /** Ids of the nodes, parted by spaces. */
  ids: string;
  /** How many units are around each node. */
  depths: number[];
  /** Length of label, and of label and heading, in each text. */
  labels: number[];
  heads: number[];
  texts: string[];
  /** What only some nodes have, by their place. */
  corrected: Record<number, string>;
  works: Record<number, string[]>;
}

/** Packs what search needs of a notice. */
export function packedOf(record: NoticeRecord): PackedNotice {
  const { id, title, number, year, kind, date, issued } = record;
  const nodes = record.outline.flatMap((node) => flat(node, 0));
  const packed: PackedNotice = {
    ...{
      id,
      name: title ?? number ?? id,
      number,
      city: placeOfOrgan(record),
      year,
      kind,
      date: date ?? issued,
      ...(Object.keys(record.stated).length === 0 ? {} : { stated: record.stated }),
    },
    ids: nodes.map(({ node }) => node.id).join(' '),
    depths: nodes.map(({ depth }) => depth),
    labels: nodes.map(({ node }) => (node.label ?? '').length),
    heads: nodes.map(({ node }) => headOf(node).length),
    texts: nodes.map(({ node }) => headOf(node) + node.text),
    corrected: {},
    works: {},
  };
  packed.texts.forEach((text, at) => {
    const clause = nodes[at]?.node.id ?? '';
    const corrected = correctedOf(clause, text, record);
    if (corrected !== text) packed.corrected[at] = corrected;
    const works = worksCitedIn(clause, record);
    if (works.length > 0) packed.works[at] = works;
  });
  return packed;
}

/** The searchable text of a packed notice. */
export function unpack(packed: PackedNotice): NoticeText {
  const { ids, depths, labels, heads, texts, corrected, works, ...facts } = packed;
  const around: string[] = [];
  const nodes = ids.split(' ').flatMap((id, at): NodeText[] => {
    const text = texts[at];
    if (text === undefined) return [];
    const head = heads[at] ?? 0;
    around.length = depths[at] ?? 0;
    const path = [...around, text.slice(0, labels[at])].filter((part) => part !== '').join(' › ');
    around.push(text.slice(0, head));
    const other = corrected[at];
    const cited = works[at];
    return [
      {
        ...{ id, path, text, head },
        ...(other === undefined ? {} : { corrected: other }),
        ...(cited ? { works: cited } : {}),
      },
    ];
  });
  return { ...facts, nodes };
}

/** The searchable text of a notice. */
export function noticeTextOf(record: NoticeRecord): NoticeText {
  return unpack(packedOf(record));
}

function flat(node: OutlineNode, depth: number): { node: OutlineNode; depth: number }[] {
  return [{ node, depth }, ...node.children.flatMap((child) => flat(child, depth + 1))];
}

function headOf({ label, heading }: OutlineNode): string {
  return (label ?? '') + (heading ?? '');
}

function correctedOf(clause: string, text: string, { errata }: NoticeRecord): string {
  return errata
    .filter((erratum) => erratum.applied && erratum.clause === clause)
    .reduce((reading, { from, to }) => reading.replace(from, () => to ?? from), text);
}

function worksCitedIn(clause: string, { citations }: NoticeRecord): string[] {
  const cited = citations.filter((citation) => citation.clause === clause);
  return [...new Set(cited.flatMap(({ works }) => works))];
}
