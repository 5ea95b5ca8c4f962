/** scan: VFile → Block[]. Classifies each physical line, joins hard wraps and page breaks. */
import { readDate } from '../../notation/dates.ts';
import { isSerialNumber, readNumberLine } from '../../notation/document-number.ts';
import { endsNotice, genreOf } from '../../notation/genres.ts';
import { isOrgan } from '../../notation/organs.ts';
import { opensPassingNote } from '../../notation/passing-note.ts';
import { breaksOff, endsParagraph, isBalanced } from '../../notation/punctuation.ts';
import type { Label } from '../../notation/labels.ts';
import type { ResidueKind } from '../../model/vocabulary.ts';
import { join, type SourceText } from '../../model/source-text.ts';
import { markLabels } from './labels.ts';
import { readLines, type Line } from './line.ts';
import { markResidue } from './residue.ts';
import { organsApart } from './split-lines.ts';
import { joinsPrevious, measureOf, type LineSetting } from './join-lines.ts';

/** Joint notices have up to some twenty issuers. */
const SIGNERS = 24;
/** How much of a paragraph is looked back at; keeps the work linear in one of any length. */
const REMEMBERED = 200;

/** One or more lines that make a paragraph, a heading or an element. */
export interface TextBlock {
  words: SourceText;
  label: Label | null;
  /** Number of `#` in front. */
  level: number;
}

export interface Scan {
  blocks: TextBlock[];
  residue: { kind: ResidueKind; words: SourceText }[];
}

/**
 * Reads the lines of a seed.
 * @param text decoded seed
 */
export function scan(text: string): Scan {
  const lines = readLines(text);
  markResidue(lines);
  const kept = lines.filter((line) => line.residue === null);
  markLabels(kept);
  return {
    blocks: joinLines(kept, text),
    residue: lines.flatMap(({ residue, words }) => (residue ? [{ kind: residue, words }] : [])),
  };
}

/**
 * Joins the lines that a printer broke.
 * @param lines without residue
 * @param text the seed
 */
function joinLines(lines: readonly Line[], text: string): TextBlock[] {
  const setting: LineSetting = { measure: measureOf(lines), indented: isIndented(lines) };
  const blocks: TextBlock[] = [];
  const labels = new LabelMemory();
  const signers = signersOf(lines, text);
  let run: Line[] = [];
  let above = '';
  let inHead = true;
  for (const line of lines) {
    const last = run.at(-1);
    const starts =
      last === undefined ||
      (!endsDate(above, line) &&
        ((inHead && endsTitle(above, line)) ||
          startsUnit(above, line, labels) ||
          [line, last].some((each) => standsAlone(each) || signers.has(each)) ||
          !joinsPrevious(above, last, run.length === 1, line, setting)));
    if (starts) {
      inHead &&= !endsHead(run, above);
      blocks.push(...blocksOf(run, signers, text));
      run = [];
      above = '';
      if (line.label) labels.remember(line.label);
    }
    run.push(line);
    above = (above + line.words.value).slice(-REMEMBERED);
  }
  return [...blocks, ...blocksOf(run, signers, text)];
}

/** A label or the end of a sentence: what follows is the text. */
function endsHead([first]: readonly Line[], above: string): boolean {
  return above !== '' && (first?.label !== null || endsParagraph(above));
}

/** The block that joined lines make; of a signature one an organ. */
function blocksOf(run: readonly Line[], signers: ReadonlySet<Line>, text: string): TextBlock[] {
  const [first] = run;
  if (!first) return [];
  const { label, level } = first;
  const words = join(run.map((line) => line.words));
  const parts = signers.has(first) ? organsApart(words, text) : [words];
  return parts.map((part) => ({ words: part, label, level }));
}

/** `2023年3月` `5日` */
function endsDate(above: string, { words }: Line): boolean {
  return (
    /^[0-9０-９]{1,2}日$/.test(words.value) && readDate(above)?.iso.length === 'YYYY-MM'.length
  );
}

/** `…关于…的通知` above a blank line ends a title of any length; `的通知` below may still belong to it. A 题注 below ends one too. */
function endsTitle(above: string, { words, apart }: Line): boolean {
  if (/^[（(]/.test(words.value) && opensPassingNote(words.value)) return genreOf(above) !== null;
  return apart && isBalanced(above) && endsNotice(above) && !/^[的》]/.test(words.value);
}

/** Elements that are a line of their own. */
function standsAlone(line: Line): boolean {
  const text = line.words.value;
  return (
    readNumberLine(text) !== null ||
    isSerialNumber(text) ||
    readDate(text) !== null ||
    /^附件[0-9一二三四五六七八九十]{0,3}[：:]?$/.test(text) ||
    /^\|.*\|$/.test(text) ||
    isEntry(text)
  );
}

/** A line of a table of contents with leader dots and the number of a page: `一、总体要求……3`. */
function isEntry(text: string): boolean {
  return /[.…·．]{3}\s?[（(]?[0-9０-９]{1,4}[）)]?$/.test(text.slice(-12));
}

/** Lines that name organs right above a date: they sign, however the paragraph above ends. */
function signersOf(lines: readonly Line[], text: string): Set<Line> {
  const signers = new Set<Line>();
  for (const [index, { words }] of lines.entries()) {
    if (readDate(words.value) === null) continue;
    for (let above = index - 1; above >= Math.max(0, index - SIGNERS); above--) {
      const line = lines[above];
      if (!line || line.label || line.level > 0) break;
      if (!isOrgan(line.words.value) && organsApart(line.words, text).length === 1) break;
      signers.add(line);
    }
  }
  return signers;
}

/**
 * A label starts a unit, unless the paragraph above is unfinished and the label does not come next: `…依照` `第十二条规定…`.
 */
function startsUnit(above: string, line: Line, labels: LabelMemory): boolean {
  if (!line.label) return false;
  const isSpaced = line.gap === line.label.text.length || line.words.value === line.label.text;
  if (line.label.scheme === 'article' && !isSpaced && !endsParagraph(above) && above !== '')
    return false;
  if (endsParagraph(above) || (!/[，。；]/.test(above) && !breaksOff(above))) return true;
  return labels.comesNext(line.label);
}

/** The last ordinal of every scheme. */
class LabelMemory {
  readonly #last = new Map<string, number>();

  remember({ scheme, ordinals }: Label): void {
    this.#last.set(scheme, ordinals.at(-1) ?? 0);
  }

  comesNext({ scheme, ordinals }: Label): boolean {
    const ordinal = ordinals.at(-1) ?? 0;
    return scheme === 'decimal' || ordinal === 1 || ordinal === (this.#last.get(scheme) ?? 0) + 1;
  }
}

/** Whether paragraphs are set apart by an indent: some lines have one and others, unfinished lines' followers, do not. */
function isIndented(lines: readonly Line[]): boolean {
  const indented = lines.filter((line) => line.indent >= 2).length;
  return indented >= 3 && indented >= lines.length * 0.1;
}
