/**
 * Text for searching: two texts that a reader takes for the same become the same string. Used alike on the text and on the
 * query, at build time and in the browser.
 */
import { ZERO_WIDTH } from './invisible.ts';
import { narrow } from './words.ts';

/** A folded text and, for each of its UTF-16 units, the run of the original it came from. */
export interface FoldedText {
  text: string;
  /** Offsets in the original: first unit, and one past the last. */
  starts: number[];
  ends: number[];
}

/** A way of folding; see {@link foldingFor}. */
export interface Folding {
  /** Folds a text; never throws, also not for lone surrogates. */
  fold: (text: string) => string;
  /** Folds a text and remembers where each unit came from, so that a match can be marked in the original. */
  foldWithPlaces: (text: string) => FoldedText;
}

/** What a keyboard, a scanner and a typesetter write differently. Applied after NFKC and lower case. */
const ALIKE: [RegExp, string][] = [
  [new RegExp(`(?:\\s|${ZERO_WIDTH})+`, 'g'), ''],
  [/[—–‐‑‒―−─〜~]/g, '-'],
  [/[〔[【]/g, '('],
  [/[〕\]】]/g, ')'],
  [/[“”„‟«»「」『』‘’‚‛＂']/g, '"'],
  [/[・•‧∙⋅]/g, '·'],
];

/** A character with what NFKC may compose with it: marks, half-width voiced marks of kana, Korean letters. */
const CLUSTER =
  /[^\p{M}ﾞﾟ\u1160-\u11ff\uffa0-\uffdc][\p{M}ﾞﾟ\u1160-\u11ff\uffa0-\uffdc]*|[\p{M}ﾞﾟ\u1160-\u11ff\uffa0-\uffdc]+/gu;

/** Texts in which no character depends on its neighbour: they can be folded in one go. */
const PLAIN = /^[\0-\u02ff\u2000-\u206f\u2460-\u24ff\u3000-\u3029\u4e00-\u9fff\uff00-\uff60]*$/;

/**
 * Folding for an archive.
 *
 * @param variants characters and what they become, `舊旧產产…`; none: traditional characters stay
 */
export function foldingFor(variants = ''): Folding {
  const simplified = new Map(
    Array.from({ length: variants.length / 2 }, (_, at) => [
      variants.charAt(2 * at),
      variants.charAt(2 * at + 1),
    ]),
  );
  const traditional =
    simplified.size > 0 ? new RegExp(`[${[...simplified.keys()].join('')}]`, 'g') : null;

  const foldPiece = (characters: string): string => {
    const folded = ALIKE.reduce(
      (text, [pattern, one]) => text.replace(pattern, one),
      narrow(characters).toLowerCase(),
    );
    return traditional ? folded.replace(traditional, (one) => simplified.get(one) ?? one) : folded;
  };

  const foldWithPlaces = (text: string): FoldedText => {
    const folded: FoldedText = { text: '', starts: [], ends: [] };
    for (const match of text.matchAll(CLUSTER)) {
      const piece = foldPiece(match[0]);
      const end = match.index + match[0].length;
      folded.text += piece;
      folded.starts.push(...Array<number>(piece.length).fill(match.index));
      folded.ends.push(...Array<number>(piece.length).fill(end));
    }
    return folded;
  };

  return {
    fold: (text) => (PLAIN.test(text) ? foldPiece(text) : foldWithPlaces(text).text),
    foldWithPlaces,
  };
}

/** Folding without traditional characters: for lists that are searched where they stand. */
export const foldSearchText = foldingFor().fold;
