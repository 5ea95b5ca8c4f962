/**
 * Folding: two texts that a reader takes for the same become the same string. Used alike on the text and on the
 * query, at build time and in the browser.
 */

/** A folded text and, for each of its UTF-16 units, the run of the original it came from. */
export interface Folded {
  text: string;
  /** Offsets in the original: first unit, and one past the last. */
  starts: number[];
  ends: number[];
}

/** What a keyboard, a scanner and a typesetter write differently. Applied after NFKC and lower case. */
const alike: [RegExp, string][] = [
  [/\s+/g, ''],
  [/[—–‐‑‒―−〜~]/g, '-'],
  [/[〔[【]/g, '('],
  [/[〕\]】]/g, ')'],
  [/[“”„‟«»「」『』‘’‚‛']/g, '"'],
  [/[・•‧∙⋅]/g, '·'],
];

/** A character with the marks that combine with it, also the half-width voiced marks of kana, which NFKC composes. */
const cluster = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/gu;

/** Folds a text; never throws, also not for lone surrogates. */
export function fold(text: string): string {
  return foldWithPlaces(text).text;
}

/** Folds a text and remembers where each unit came from, so that a match can be marked in the original. */
export function foldWithPlaces(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  for (const match of text.matchAll(cluster)) {
    const piece = foldCluster(match[0]);
    folded.text += piece;
    folded.starts.push(...Array<number>(piece.length).fill(match.index));
    folded.ends.push(...Array<number>(piece.length).fill(match.index + match[0].length));
  }
  return folded;
}

function foldCluster(characters: string): string {
  return alike.reduce(
    (text, [pattern, one]) => text.replace(pattern, one),
    characters.normalize('NFKC').toLowerCase(),
  );
}
