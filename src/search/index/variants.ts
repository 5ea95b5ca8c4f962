import { narrow } from '../../notation/normalize/words.ts';
import table from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters and what they become, as far as an archive needs them: pairs of which one stands in its
 * texts. The others cannot change an answer, so a reader need not load OpenCC's whole table.
 *
 * @param texts all texts of the archive
 * @returns `舊旧產产…`, each traditional character followed by its simplified one
 */
export function variantsIn(texts: Iterable<string>): string {
  const used = new Set<string>();
  for (const text of texts) for (const character of narrow(text)) used.add(character);
  return table
    .split('|')
    .map((row) => row.split(' '))
    .filter(
      (pair) => pair.length === 2 && pair.every(isOneUnit) && pair.some((one) => used.has(one)),
    )
    .map((pair) => pair.join(''))
    .join('');
}

/** Characters beyond the first plane are not folded: a folded text keeps the length of its characters. */
function isOneUnit(character: string): boolean {
  return character.length === 1;
}
