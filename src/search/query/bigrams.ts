/**
 * Chinese has no spaces, so the index is of bigrams: any two characters side by side. It says which parts of the
 * text hold a pair; which clauses hold the word is found in the text itself.
 */

/** How many pairs of a word are looked up: enough to include a rare one; each may load a file. */
const MOST_BIGRAMS = 10;

/** The keys of a folded text: its pairs and its single characters (UTF-16 units). */
export function bigramsIn(text: string, keys = new Set<string>()): Set<string> {
  for (let at = 0; at < text.length; at += 1) {
    keys.add(text.charAt(at));
    if (at + 1 < text.length) keys.add(text.slice(at, at + 2));
  }
  return keys;
}

/** Some keys of a folded, non-empty word, spread over it: a text that lacks one of them lacks the word. */
export function bigramsOfWord(word: string): string[] {
  if (word.length < 3) return [word];
  const last = word.length - 2;
  const steps = Math.min(last, MOST_BIGRAMS - 1);
  const places = Array.from({ length: steps + 1 }, (_, step) => Math.round((step * last) / steps));
  return [...new Set(places.map((at) => word.slice(at, at + 2)))];
}

/** The file of the index a key stands in. */
export function bucketOf(key: string, buckets: number): number {
  const mixed =
    Math.imul(key.charCodeAt(0), 0x9e3779b1) ^ Math.imul(key.charCodeAt(1) || 0, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % buckets;
}
