import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from '../../pipeline/read.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Element, Page } from './html.ts';
import { attributeOf, elementsOf, elementText, filesIn, readPage } from './html.ts';
import { glyphsOf, glyphsOfSeed, type Glyph } from './glyphs.ts';

/** A piece of a page that stands in the seed and is no text of the notice. */
export interface ResiduePiece {
  text: string;
  /** First and last line of the seed it stands in, 1-based; undefined when the page does not say. */
  lines: [number, number] | undefined;
}

/** What a page says: the notice's text, and apart from it the residue in the order of the page. */
export interface PageWords {
  text: string;
  residue: ResiduePiece[];
}

/**
 * Promise 1, checked on what was built: every page in `notices/` has the words of its seed, each once and in order.
 *
 * White space, Markdown marks and the width of characters (NFKC) do not count; `[data-added]` is not the notice's;
 * `[data-residue]` must be in the seed but may stand elsewhere on the page. A page with `[data-former-page]` is of no notice any more.
 *
 * @param site folder of the built site
 * @param root folder that holds `seeds/`
 * @returns the number of notices compared
 * @throws {Failure} naming every page whose words differ, with the first differing place on both sides
 */
export async function verifyWords(site: string, root: string): Promise<number> {
  const paths = (await filesIn(site)).filter((path) => /^notices\/[^/]+\.html$/u.test(path));
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const page = await readPage(site, path);
    if (isFormer(page)) continue;
    const seed = await seedOf(site, path);
    seen.add(seed);
    const problem = await differenceOf(page, root, seed);
    if (problem !== undefined) problems.push(problem);
  }
  for (const path of await filesIn(join(root, 'seeds'))) {
    const seed = `seeds/${path}`;
    if (seed.endsWith('.txt') && !seen.has(seed))
      problems.push(`${seed}: no page carries its words.`);
  }
  if (problems.length > 0) {
    throw new Failure(
      `The words of ${String(problems.length)} seed(s) are not on their pages as they stand in the seed (promise 1):\n` +
        problems.map((problem) => `  - ${problem}`).join('\n'),
      'this is a fault of the program, not of the seed: compare both places, mend the stage that lost or moved the ' +
        'words (npm run --silent inspect -- SEED shows what it understood) and add the seed to test/fixtures.',
    );
  }
  return seen.size;
}

/** A page that only says where its notice went; it has no seed, and no text that could differ. */
function isFormer({ document }: Page): boolean {
  const has = (name: string) =>
    [...elementsOf(document)].some((element) => attributeOf(element, name) !== undefined);
  return has('data-former-page') && !has('data-notice-text');
}

/** The seed of a page, from the record the site publishes beside it: `seeds/x.txt`. */
async function seedOf(site: string, path: string): Promise<string> {
  const record = join(site, 'api', path.replace(/\.html$/u, '.json'));
  const { seed } = JSON.parse(await readFile(record, 'utf8')) as { seed: string };
  return seed;
}

/** The first difference between a page and its seed, in a sentence; undefined when there is none. */
async function differenceOf(page: Page, root: string, seed: string): Promise<string | undefined> {
  const words = wordsOfPage(page);
  if (typeof words === 'string') return `${page.path}: ${words}`;
  const decoded = decode(await readFile(join(root, ...seed.split('/'))));
  if (decoded === null)
    return `${page.path} and ${seed}: the seed cannot be read as text any more.`;
  const difference = compareWords(decoded.text, words);
  return difference === undefined ? undefined : `${page.path} and ${seed}:${difference}`;
}

/** The words of a notice page; a sentence when the page is not made as agreed. */
function wordsOfPage(page: Page): PageWords | string {
  const elements = [...elementsOf(page.document)];
  const texts = elements.filter(
    (element) => attributeOf(element, 'data-notice-text') !== undefined,
  );
  const [text] = texts;
  if (text === undefined || texts.length > 1) {
    return `expected one element with data-notice-text, found ${String(texts.length)}.`;
  }
  const isAdded = (element: Element) => attributeOf(element, 'data-added') !== undefined;
  const isResidue = (element: Element) => attributeOf(element, 'data-residue') !== undefined;
  return {
    text: elementText(text, (element) => isAdded(element) || isResidue(element)),
    residue: elements.filter(isResidue).map((element) => ({
      text: elementText(element, isAdded),
      lines: linesOf(attributeOf(element, 'data-residue-line')),
    })),
  };
}

/** `"12-14"` or `"12"` as first and last line. */
function linesOf(value: string | undefined): [number, number] | undefined {
  const match = /^(\d+)(?:-(\d+))?$/u.exec(value ?? '');
  if (match === null) return undefined;
  return [Number(match[1]), Number(match[2] ?? match[1])];
}

/**
 * Compares the words of a page with its seed.
 *
 * @param decoded the seed's text
 * @returns undefined when they are the same; else `LINE:COLUMN …` of the first difference in the seed, with what
 *   stands there on both sides
 */
export function compareWords(decoded: string, words: PageWords): string | undefined {
  let seed = glyphsOfSeed(decoded);
  for (const piece of words.residue) {
    const rest = without(seed, piece);
    if (rest === undefined) {
      const [first = 1] = piece.lines ?? [];
      return `${String(first)}:1 the page sets “${excerpt(glyphsOf(piece.text), 0)}” apart as residue, which is not there in the seed.`;
    }
    seed = rest;
  }
  const page = glyphsOf(words.text);
  const at = seed.findIndex((glyph, index) => glyph.value !== page[index]?.value);
  if (at === -1 && page.length === seed.length) return undefined;
  const place = at === -1 ? seed.length : at;
  const { line, column } = seed[place] ?? seed.at(-1) ?? { line: 1, column: 1 };
  return (
    `${String(line)}:${String(column)} the words differ.\n` +
    `      seed: ${excerpt(seed, place)}\n` +
    `      page: ${excerpt(page, place)}`
  );
}

/** The seed without one piece of residue; undefined when the piece is not in its lines. */
function without(seed: Glyph[], piece: ResiduePiece): Glyph[] | undefined {
  const wanted = glyphsOf(piece.text).map((glyph) => glyph.value);
  if (wanted.length === 0) return seed;
  const [first, last] = piece.lines ?? [1, Infinity];
  const found: number[] = [];
  for (let start = 0; start + wanted.length <= seed.length; start += 1) {
    const end = start + wanted.length - 1;
    if ((seed[start]?.line ?? 0) < first || (seed[end]?.line ?? 0) > last) continue;
    if (wanted.every((value, index) => seed[start + index]?.value === value)) found.push(start);
  }
  // “3” alone on its line is the page number, “3” in 第3条 is not.
  const fills = (start: number) =>
    seed[start - 1]?.line !== seed[start]?.line &&
    seed[start + wanted.length]?.line !== seed[start + wanted.length - 1]?.line;
  const start = found.find(fills) ?? found[0];
  return start === undefined ? undefined : seed.toSpliced(start, wanted.length);
}

/** Some twenty characters on either side of a place, the place marked. */
function excerpt(glyphs: Glyph[], at: number): string {
  const say = (from: number, to: number) =>
    glyphs
      .slice(Math.max(0, from), to)
      .map((glyph) => glyph.value)
      .join('');
  const rest = say(at, at + 20);
  return `…${say(at - 20, at)}▸${rest === '' ? '(end of text)' : `${rest}…`}`;
}
