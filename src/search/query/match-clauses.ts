import type { Folding } from '../../notation/normalize/search-text.ts';
import type { NodeText, NoticeText } from './notice-text.ts';
import type { Query } from './query.ts';

/** A node that holds all words. */
export interface Hit {
  node: NodeText;
  /** The words stand in the corrected reading alone. */
  corrected: boolean;
  /** How many of the words stand in its label and heading. */
  inHeading: number;
  /** Length of the text from the first of the words to the last, where they first stand. */
  span: number;
}

/** A notice with what was found in it. */
export interface MatchedClauses {
  notice: NoticeText;
  /** In reading order. */
  hits: Hit[];
}

/** Finds in notices; remembers what it has folded. */
export interface ClauseMatcher {
  /** The nodes that hold all words and none of the excluded ones. */
  hitsIn: (notice: NoticeText, query: Query) => Hit[];
  /** Whether the nodes together hold all words, each some. */
  isNear: (notice: NoticeText, query: Query) => boolean;
  /** Whether the notice's title holds all words and none of the excluded ones. */
  isTitled: (notice: NoticeText, query: Query) => boolean;
  /** The folded title of a notice. */
  title: (notice: NoticeText) => string;
  /** The folded readings of a node. */
  readings: (node: NodeText) => readonly string[];
}

/** @param folder of the archive */
export function clauseMatcher({ fold }: Pick<Folding, 'fold'>): ClauseMatcher {
  const known = new WeakMap<NodeText, readonly string[]>();

  const readings = (node: NodeText): readonly string[] => {
    const folded = known.get(node) ?? readingsOf(node).map(fold);
    known.set(node, folded);
    return folded;
  };

  const hitOf = (node: NodeText, { words, excluded }: Query): Hit[] => {
    const texts = readings(node);
    if (excluded.some((word) => texts.some((text) => text.includes(word)))) return [];
    const reading = texts.findIndex((text) => words.every((word) => text.includes(word)));
    const text = texts[reading];
    if (text === undefined) return [];
    const heading = fold(node.text.slice(0, node.head));
    const inHeading = words.filter((word) => heading.includes(word)).length;
    return [{ node, corrected: reading > 0, inHeading, span: spanOf(text, words) }];
  };

  const title = ({ name }: NoticeText): string => fold(name);

  return {
    readings,
    title,
    isTitled: (notice, { words, excluded }) => {
      const text = title(notice);
      return (
        words.every((word) => text.includes(word)) && !excluded.some((word) => text.includes(word))
      );
    },
    hitsIn: ({ nodes }, query) => nodes.flatMap((node) => hitOf(node, query)),
    isNear: ({ nodes }, { words, excluded }) => {
      if (words.length < 2) return false;
      const holds = (node: NodeText, word: string) =>
        readings(node).some((text) => text.includes(word));
      const allowed = nodes.filter((node) => !excluded.some((word) => holds(node, word)));
      return words.every((word) => allowed.some((node) => holds(node, word)));
    },
  };
}

/** What of a node can be searched: its text as printed and, where it differs, as corrected. */
function readingsOf({ text, corrected }: NodeText): string[] {
  return corrected === undefined ? [text] : [text, corrected];
}

/**
 * Notices with hits, best first: words in a heading, then close together, then in the order given (newer first). The
 * hits of a notice follow the same order.
 */
export function ranked(found: readonly MatchedClauses[]): MatchedClauses[] {
  return found
    .map(({ notice, hits }) => ({ notice, hits: [...hits].sort(compareHits) }))
    .sort((one, other) => compareBest(one.hits[0], other.hits[0]));
}

function compareBest(one: Hit | undefined, other: Hit | undefined): number {
  return one && other ? compareHits(one, other) : 0;
}

function compareHits(one: Hit, other: Hit): number {
  return other.inHeading - one.inHeading || one.span - other.span;
}

function spanOf(text: string, words: readonly string[]): number {
  const starts = words.map((word) => text.indexOf(word));
  return (
    Math.max(...starts.map((start, at) => start + (words[at] ?? '').length)) - Math.min(...starts)
  );
}
