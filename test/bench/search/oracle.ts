/**
 * What is right, said once more: its own folding and the plainest of searches, sharing nothing with `src/search`, so that
 * a mistake there cannot hide here.
 */
import table from 'opencc-js/dict/TSCharacters';
import type { NoticeRecord } from '../../../src/model/records/notice.ts';
import type { OutlineNode } from '../../../src/model/records/outline.ts';

/** A node of an outline with its folded text. */
export interface OracleNode {
  /** `jgsj-2023-17#s1-2` */
  id: string;
  text: string;
}

const simplified = new Map(table.split('|').map((row) => row.split(' ') as [string, string]));
const classes = ['-—–－~～―', '([〔【（［﹝', ')]〕】）］﹞', '"“”‘’「」『』＂\'', '·・•‧∙'];
const alike = new Map(
  classes.flatMap((all) => [...all].map((one) => [one, all.charAt(0)] as const)),
);

/** Folds as src/search/README.md says. */
export function foldPlainly(text: string): string {
  const folded = [...text.normalize('NFKC').toLowerCase()].map((one) => {
    const other = simplified.get(one) ?? one;
    return alike.get(other) ?? other;
  });
  return folded.join('').replaceAll(/\s/gu, '');
}

/** All nodes of some notices, children apart, both readings of errata in one text. */
export function oracleNodes(records: readonly NoticeRecord[]): OracleNode[] {
  return records.flatMap((record) => record.outline.flatMap((node) => nodesOf(node, record)));
}

/** Ids of the nodes that hold all words of a query (without quotes and minus signs). */
export function expectedNodes(query: string, nodes: readonly OracleNode[]): string[] {
  const words = query
    .split(/\s+/u)
    .map(foldPlainly)
    .filter((word) => word !== '');
  return nodes.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
}

function nodesOf(node: OutlineNode, record: NoticeRecord): OracleNode[] {
  const text = `${node.label ?? ''}${node.heading ?? ''}${node.text}`;
  const corrected = record.errata
    .filter((erratum) => erratum.applied && erratum.clause === node.id)
    .reduce((reading, { from, to }) => reading.replace(from, to ?? from), text);
  // A word may not go on from one reading into the other: no query holds this mark.
  const readings = [...new Set([text, corrected])].map(foldPlainly).join('\u{10FFFF}');
  return [
    { id: `${record.id}#${node.id}`, text: readings },
    ...node.children.flatMap((child) => nodesOf(child, record)),
  ];
}
