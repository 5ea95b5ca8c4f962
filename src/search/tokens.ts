/**
 * Pagefind finds words between spaces and Chinese has none. It is therefore given overlapping pairs of characters,
 * each written as one word of eight letters, so that nothing of its own (segmentation, stems, punctuation) applies;
 * a quoted phrase of such words is an exact substring.
 */

/** The words of an index record for some folded texts: their pairs in order, then each single character once. */
export function indexTokens(texts: readonly string[]): string {
  const pairs = texts.flatMap(pairsOf);
  const singles = [...new Set(texts.join(''))].flatMap((character) =>
    character.split('').map(single),
  );
  return [...pairs, ...new Set(singles)].join(' ');
}

/** The phrase that finds the records in which a folded, non-empty word stands (and seldom others). */
export function queryPhrase(word: string): string {
  return `"${(word.length === 1 ? [single(word)] : pairsOf(word)).join(' ')}"`;
}

function pairsOf(text: string): string[] {
  return Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, at) => letters(text, at) + letters(text, at + 1),
  );
}

function single(unit: string): string {
  return `${letters(unit, 0)}z`;
}

/** One UTF-16 unit as four letters from a to p: a hexadecimal number without digits, which Pagefind would split off. */
function letters(text: string, at: number): string {
  return text
    .charCodeAt(at)
    .toString(16)
    .padStart(4, '0')
    .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}
