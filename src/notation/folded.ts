/** Text folded for comparing, with the way back to the text as printed. */
import { foldTitle } from './punctuation.ts';

export interface Folded {
  /** As `foldTitle` folds it. */
  value: string;
  /** For every unit of `value` the index in the text it came from. */
  at: readonly number[];
}

/**
 * Folds a text as `foldTitle` does and remembers where every unit stood.
 * @param text any
 */
export function fold(text: string): Folded {
  const kept: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    for (const unit of foldTitle(text[index] ?? '')) {
      // a run of dashes is one dash
      if (unit === '-' && kept.at(-1) === '-' && at.at(-1) === index - 1) {
        at[at.length - 1] = index;
        continue;
      }
      kept.push(unit);
      at.push(index);
    }
  }
  return { value: kept.join(''), at };
}

const OPENING = '“‘（(《〈〔[«';
const CLOSING = '”’）)》〉〕]»';

/**
 * Widens a stretch of text so that it holds the partners of the quotes and brackets it holds: `蓝天”专项行动` → `“蓝天”专项行动`.
 * @param text as printed
 * @param start index of its first unit
 * @param end index behind its last
 */
export function widen(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  const opened = (): number => depth(text.slice(from, to));
  while (opened() < 0 && from > 0 && OPENING.includes(text[from - 1] ?? ' ')) from--;
  while (opened() > 0 && to < text.length && CLOSING.includes(text[to] ?? ' ')) to++;
  return { start: from, end: to };
}

function depth(text: string): number {
  let open = 0;
  for (const character of text)
    open += Number(OPENING.includes(character)) - Number(CLOSING.includes(character));
  return open;
}
