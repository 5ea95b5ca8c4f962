/** Punctuation of Chinese text (GB/T 15834-2011) as far as the structure of a notice depends on it. */

/** ꎮ is 。 of a broken font map; a half-width full stop ends a sentence behind a Han character. */
const TERMINAL = /(?:[。！？；：!?;:．ꎮꎻ]|\p{Script=Han}\.)$/u;
const STOP = /[。ꎮ]|(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)/u;
const CLOSERS = /[”’"'）)〕］】》〉」』]+$/;

/**
 * Whether a run of text ends its paragraph: `。！？；：` (also half-width), also when closing marks follow them, and a
 * bracket that stands behind a finished sentence or alone: `…落实。（责任单位：市发改委）`.
 * @param text without white space at its end
 */
export function endsParagraph(text: string): boolean {
  if (/^[（(【[][^（）()【】[\]]{6,}[）)】\]]$/.test(text)) return true;
  const bare = text.replace(CLOSERS, '');
  if (TERMINAL.test(bare)) return true;
  if (bare === text || !/[）)〕］\]】]$/.test(text)) return false;
  return TERMINAL.test(text.slice(0, openingOf(text)).replace(CLOSERS, ''));
}

/**
 * Where the first sentence of a text ends.
 * @param text as printed
 * @returns index behind its full stop; 0 when there is none
 */
export function sentenceEnd(text: string): number {
  return text.search(STOP) + 1;
}

/** Whether a run of text ends in a mark that never ends a paragraph: `，、`, an open bracket or quote. */
export function breaksOff(text: string): boolean {
  return /[，、,ꎬ（(《〈“‘〔【「『—-]$/.test(text);
}

/** Whether a run of text starts with a mark that no paragraph starts with. */
export function continues(text: string): boolean {
  return /^[，。、；：！？）》〉”’〕】」』％%,;:!?)]/.test(text);
}

const PAIRS: Record<string, string> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '〔': '〕',
  '«': '»',
};

/** Whether every bracket, book-title mark and quote opened in the text is closed in it. */
export function isBalanced(text: string): boolean {
  return Object.entries(PAIRS).every(
    ([open, close]) =>
      count(text, open) <=
      count(text, close) +
        (open === '（' ? count(text, ')') : open === '(' ? count(text, '）') : 0),
  );
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** How far a mark may stand from its partner for a line break between them to be layout. */
const MARK_REACH = 80;

/**
 * Whether a line closes a mark that the text above opened and did not close: `《河南省知识产权创造保护` `运用“十四五”规划》`.
 * @param above text in front of a line break
 * @param next text behind it
 */
export function closesMark(above: string, next: string): boolean {
  const open: string[] = [];
  for (const character of above.slice(-MARK_REACH)) {
    const close = PAIRS[character];
    if (close !== undefined) open.push(close);
    else if (sameMark(open.at(-1), character)) open.pop();
  }
  const wanted = open.at(-1);
  if (wanted === undefined) return false;
  let depth = 0;
  for (const character of next.slice(0, MARK_REACH)) {
    if (depth === 0 && sameMark(wanted, character)) return true;
    if (PAIRS[character] !== undefined) depth++;
    else if (CLOSING.includes(character)) depth--;
    if (depth < 0) return false;
  }
  return false;
}

const CLOSING = '）)》〉”〕»';

/** Brackets of either width close each other: OCR mixes them. */
function sameMark(close: string | undefined, character: string): boolean {
  return (
    close === character ||
    (close === '）' && character === ')') ||
    (close === ')' && character === '）')
  );
}

/** Where the bracket that closes at the end of the text was opened; 0 when it never was. */
function openingOf(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    const character = text[index] ?? '';
    if (/[）)〕］\]】]/.test(character)) depth++;
    else if (/[（(〔［[【]/.test(character) && --depth === 0) return index;
  }
  return 0;
}

/**
 * Splits a list at `，；` (any width) outside brackets and book-title marks.
 * @param text `各县（市、区）市场监督管理局，各有关单位`
 * @returns the parts, none empty
 */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (/[（(《〈〔［[【]/.test(character)) depth++;
    else if (/[）)》〉〕］\]】]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[，；,;ꎬꎻ]/.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}

const OPENING_MARKS = '“‘（(《〈〔[«';
const CLOSING_MARKS = '”’）)》〉〕]»';

/**
 * Widens a stretch of text so that it holds the partners of the quotes and brackets it holds: `蓝天”专项行动` → `“蓝天”专项行动`.
 * @param text as printed
 * @param start index of its first unit
 * @param end index behind its last
 */
export function widen(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  const opened = (): number => depth(text.slice(from, to));
  while (opened() < 0 && from > 0 && OPENING_MARKS.includes(text[from - 1] ?? ' ')) from--;
  while (opened() > 0 && to < text.length && CLOSING_MARKS.includes(text[to] ?? ' ')) to++;
  return { start: from, end: to };
}

function depth(text: string): number {
  let open = 0;
  for (const character of text)
    open += Number(OPENING_MARKS.includes(character)) - Number(CLOSING_MARKS.includes(character));
  return open;
}
