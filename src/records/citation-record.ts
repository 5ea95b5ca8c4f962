/** The citations and errata of a notice, read off its tree. */
import { textOf } from '../model/text.ts';
import type { Citation, ErratumNode, Inline, Notice, TreeNode } from '../model/tree.ts';
import type { CitationRecord } from '../model/records/citation.ts';
import type { ErratumRecord } from '../model/records/notice.ts';

/** A citation with the rest of its sentence. */
export interface PlacedCitation extends CitationRecord {
  before: string;
  after: string;
}

/**
 * All citations of a notice in printed order; a title inside a title follows the one that holds it.
 * @param notice linked
 */
export function citationsIn(notice: Notice): PlacedCitation[] {
  return runsIn(notice).flatMap(({ clause, children }) => {
    const found: PlacedCitation[] = [];
    const whole = children.map(textOf).join('');
    walk(children, 0, (node, start, end) => {
      if (node.type === 'citation') found.push(placed(node, clause, whole, start, end));
    });
    return found;
  });
}

/**
 * All errata of a notice in printed order.
 * @param notice linked
 */
export function errataIn(notice: Notice): ErratumRecord[] {
  return runsIn(notice).flatMap(({ clause, children }) => {
    const found: ErratumRecord[] = [];
    walk(children, 0, (node) => {
      if (node.type === 'erratum' && !node.continued) found.push(erratumRecord(node, clause));
    });
    return found;
  });
}

interface Run {
  /** Id of the node of the outline; null in head elements and printed titles. */
  clause: string | null;
  children: readonly Inline[];
}

/** Everything that holds inline content, with the node it is reported under: a paragraph reports its unit. */
function runsIn(node: TreeNode, clause: string | null = null): Run[] {
  if (!('children' in node)) return [];
  const children = node.children as (TreeNode | Inline)[];
  if (
    children.some(
      (child) => child.type === 'text' || child.type === 'citation' || child.type === 'erratum',
    )
  ) {
    const own = clause ?? (node.type === 'paragraph' ? node.id : null);
    return [{ clause: own, children: children as Inline[] }];
  }
  const here = node.type !== 'notice' && 'id' in node ? node.id : clause;
  return children.flatMap((child) => runsIn(child, here));
}

function walk(
  nodes: readonly Inline[],
  start: number,
  visit: (node: Inline, start: number, end: number) => void,
): void {
  let at = start;
  for (const node of nodes) {
    const end = at + textOf(node).length;
    visit(node, at, end);
    if (node.type !== 'text') walk(node.children, at, visit);
    at = end;
  }
}

function placed(
  node: Citation,
  clause: string | null,
  whole: string,
  start: number,
  end: number,
): PlacedCitation {
  const { works, number, role, reason, note, position } = node;
  return {
    text: whole.slice(start, end),
    number,
    clause,
    works: [...works],
    role,
    reason,
    note,
    source: { line: position.start.line, endLine: position.end.line },
    ...sentenceRound(whole, start, end),
  };
}

/** How much of a sentence is quoted on either side, for sentences without end. */
const SENTENCE = 400;

function sentenceRound(
  whole: string,
  start: number,
  end: number,
): { before: string; after: string } {
  let from = start;
  while (from > 0 && start - from < SENTENCE && !/[。；！？]/.test(whole[from - 1] ?? '')) from--;
  let to = end;
  while (
    to < whole.length &&
    to - end < SENTENCE &&
    (to === end || !/[。；！？]/.test(whole[to - 1] ?? ''))
  )
    to++;
  return { before: whole.slice(from, start), after: whole.slice(end, to) };
}

/**
 * A citation as the API prints it.
 * @param citation with its sentence
 */
export function citationRecord({
  before: _,
  after: __,
  ...record
}: PlacedCitation): CitationRecord {
  return record;
}

function erratumRecord(node: ErratumNode, clause: string | null): ErratumRecord {
  const { from, to, applied, confidence, reason, recorded, position } = node;
  return {
    clause,
    from,
    to,
    applied,
    confidence,
    reason,
    recorded,
    source: { line: position.start.line, endLine: position.end.line },
  };
}
