/** Text folded for comparing, with the way back to the text as printed. */
import { foldTitle } from './punctuation.ts';
import { extend, offsetAt, type Runs } from './runs.ts';

export interface FoldedTitle {
  /** As `foldTitle` folds it. */
  value: string;
  /** Where the units of `value` stood in the text. */
  at: Runs;
}

/** Characters that folding leaves as many as they are, whatever stands beside them; any other is folded by itself. */
const PIECE = /[\w\u3400-\u9FFF，。、；：]+|[^]/g;

/**
 * Folds a text as `foldTitle` does and remembers where every unit stood.
 * @param text any
 */
export function fold(text: string): FoldedTitle {
  const kept: string[] = [];
  const at: number[] = [];
  let length = 0;
  for (const { 0: printed, index } of text.matchAll(PIECE)) {
    const folded = foldTitle(printed);
    if (folded === '') continue;
    // a run of dashes is one dash, where the last of them stands
    if (folded === '-' && kept.at(-1) === '-' && offsetAt(at, length - 1) === index - 1) {
      if (at.at(-2) === length - 1) at.splice(-2);
      extend(at, length - 1, index);
      continue;
    }
    kept.push(folded);
    extend(at, length, index);
    // one printed character may fold to several
    if (folded.length > printed.length)
      for (let unit = 1; unit < folded.length; unit++) extend(at, length + unit, index);
    length += folded.length;
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
