/** The nested clauses of a body, from blocks in printed order. */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import { SCHEMES, type Label } from '../../notation/labels.ts';
import { endsParagraph, sentenceEnd } from '../../notation/punctuation.ts';
import type { Heading, Paragraph, Section } from '../../model/tree.ts';
import { slice, type SourceText } from '../../model/source-text.ts';
import type { TextBlock } from '../scan/scan.ts';
import { headingNode, paragraphNode, type SourceRange } from './builders.ts';

/** A run-in heading has at most so many characters (DESIGN, contracts: label, heading). */
const RUN_IN = 30;
/** A heading on a line of its own; longer ones are unfinished sentences. */
const OWN_LINE = 60;

/** A section that is not complete yet. */
interface Open {
  node: Omit<Section, 'position'> & { start: SourceText };
  label: Label;
}

/**
 * Nests the blocks of a body.
 * @param blocks numbered or not, in printed order; no element of another kind among them
 * @param place finds positions
 * @returns paragraphs outside any unit and sections, in printed order
 */
export function nest(blocks: readonly TextBlock[], place: SourceRange): (Paragraph | Section)[] {
  const top: (Paragraph | Section)[] = [];
  const open: Open[] = [];
  const close = (depth: number): void => {
    while (open.length > depth) {
      const { node } = open.pop() as Open;
      const parent = open.at(-1)?.node.children ?? top;
      parent.push(finish(node, place));
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (block.label) {
      close(depthFor(block.label, open));
      const label = wordsOfLabel(block);
      const more = continuesUnit(blocks[index + 1], block.label, open);
      const children = unitText(slice(block.words, label.value.length), more, place);
      open.push({
        label: block.label,
        node: {
          type: 'section',
          id: '',
          scheme: block.label.scheme,
          label: withoutSpaces(label.value),
          ordinal: block.label.ordinals.at(-1) ?? 0,
          children,
          start: label,
        },
      });
    } else {
      close(depthForParagraph(open));
      (open.at(-1)?.node.children ?? top).push(paragraphNode(block.words, place));
    }
  }
  close(0);
  return top;
}

function wordsOfLabel({ words, label }: TextBlock): SourceText {
  return slice(words, 0, label?.text.length ?? 0);
}

function finish({ start, ...node }: Open['node'], place: SourceRange): Section {
  const own = place(start);
  const last = node.children.at(-1);
  // copied, because a list that grew keeps spare memory
  const children = node.children.slice();
  return { ...node, children, position: last ? own.through(last.position) : own };
}

/** How many of the open sections stay open when a label comes: those outside its own scheme and all schemes above it. */
function depthFor(label: Label, open: readonly Open[]): number {
  if (label.scheme === 'decimal') return depthForDecimal(label, open);
  const same = open.findIndex((section) => section.label.scheme === label.scheme);
  if (same >= 0) return same;
  const deeper = open.findIndex((section) => rank(section.label) > rank(label));
  if (deeper >= 0) return deeper;
  return open.length > 0 && isMisprint(label, open) ? open.length - 1 : open.length;
}

/** `15.` behind `（十四）` or `（十五）`: a unit that continues the count of the open one is its sibling, whatever its marks. */
function isMisprint({ scheme, ordinals }: Label, open: readonly Open[]): boolean {
  const last = open.at(-1)?.label;
  if (!last || scheme !== 'arabic' || last.scheme !== 'han-paren') return false;
  const [ordinal] = ordinals;
  const counted = last.ordinals[0];
  const runsOn = open
    .at(-2)
    ?.node.children.some(
      (child) =>
        child.type === 'section' &&
        child.children.some((inner) => inner.type === 'section' && inner.ordinal === ordinal - 1),
    );
  return ordinal > 1 && (ordinal === counted || ordinal === counted + 1) && runsOn !== true;
}

/** 1.1.2 belongs to 1.1, however that one is printed; one without a parent is a sibling of the decimals before it. */
function depthForDecimal({ ordinals }: Label, open: readonly Open[]): number {
  const parent = ordinals.slice(0, -1).join('.');
  const same = open.findIndex(({ label }) => label.scheme === 'decimal');
  const at = open.findLastIndex(
    ({ label: { scheme, ordinals: own } }, index) =>
      // （2） inside 2.1.2 is no parent of 2.2, `2.` above 2.1 is one
      (scheme === 'decimal' || same < 0 || index < same) &&
      parent !== '' &&
      own.join('.') === parent,
  );
  if (at >= 0) return at + 1;
  if (same >= 0) return same;
  const deeper = open.findIndex((section) => rank(section.label) > SCHEMES.indexOf('decimal'));
  return deeper < 0 ? open.length : ordinals.length === 1 ? deeper : open.length;
}

function rank(label: Label): number {
  return SCHEMES.indexOf(label.scheme);
}

/** A paragraph belongs to the unit above it; in laws, behind items （一）…, it is the next paragraph (款) of the article. */
function depthForParagraph(open: readonly Open[]): number {
  const article = open.findIndex(({ label }) => label.scheme === 'article');
  return article < 0 ? open.length : article + 1;
}

/** Whether the unit has more text behind the block its label stands in. */
function continuesUnit(next: TextBlock | undefined, label: Label, open: readonly Open[]): boolean {
  if (!next) return false;
  const inside = [...open, { label } as Open];
  return (next.label ? depthFor(next.label, inside) : depthForParagraph(inside)) > open.length;
}

/** Heading and first paragraph of a unit, from the words behind its label. */
function unitText(words: SourceText, more: boolean, place: SourceRange): (Heading | Paragraph)[] {
  if (words.value === '') return [];
  const end = headingEnd(words.value, more);
  if (end === 0) return [paragraphNode(words, place)];
  if (end === words.value.length) return [headingNode(words, false, place)];
  return [headingNode(slice(words, 0, end), true, place), paragraphNode(slice(words, end), place)];
}

/** How many characters of a unit's first block are its heading. */
function headingEnd(text: string, more: boolean): number {
  const stop = sentenceEnd(text);
  if (stop > 0 && (stop < text.length || more)) {
    return stop <= RUN_IN && !/[，；：,;:ꎬꎻ]/.test(text.slice(0, stop)) ? stop : 0;
  }
  return text.length <= OWN_LINE && !endsParagraph(text) && !/[。；！？：:]/.test(text)
    ? text.length
    : 0;
}
