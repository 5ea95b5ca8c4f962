/** 书名号 (GB/T 15834-2011, 4.15): 《…〈…〉…》. */

/** A title between marks. */
export interface BookTitle {
  /** Indexes in the text, marks included. */
  start: number;
  end: number;
  /** Between the marks, as printed. */
  inner: string;
  /** Titles inside it, indexes in the whole text. */
  nested: BookTitle[];
}

const PAIRS: Record<string, string> = { '《': '》', '〈': '〉', '«': '»', '‹': '›' };
const MARKS = new Set([...Object.keys(PAIRS), ...Object.values(PAIRS)]);
const DEEPEST = 8;

interface Open {
  start: number;
  close: string;
  nested: BookTitle[];
}

/**
 * The titles in a text.
 * @param text as printed
 * @returns the outermost titles in printed order, and where marks stand that have no partner
 */
export function findBookTitles(text: string): {
  titles: BookTitle[];
  unclosed: number[];
  unopened: number[];
} {
  const titles: BookTitle[] = [];
  const unclosed: number[] = [];
  const unopened: number[] = [];
  const open: Open[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? '';
    if (!MARKS.has(mark)) continue;
    const close = PAIRS[mark];
    if (close !== undefined) {
      if (open.length < DEEPEST) open.push({ start: index, close, nested: [] });
      else unclosed.push(index);
      continue;
    }
    const at = open.findLastIndex((each) => each.close === mark);
    if (at < 0) {
      unopened.push(index);
      continue;
    }
    for (const lost of open.splice(at + 1)) unclosed.push(lost.start);
    const { start, nested } = open.pop() as Open;
    const title = { start, end: index + 1, inner: text.slice(start + 1, index), nested };
    (open.at(-1)?.nested ?? titles).push(title);
  }
  // what stands inside a mark that is never closed is a title of its own
  for (const { start, nested } of open) {
    unclosed.push(start);
    titles.push(...nested);
  }
  return {
    titles: titles.sort((one, other) => one.start - other.start),
    unclosed: unclosed.sort((one, other) => one - other),
    unopened,
  };
}
