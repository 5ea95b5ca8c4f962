/** What a drafter calls a clause: 第二部分第（三）项第13条. */
import { narrow } from '../notation/normalize/words.ts';
import type { OutlineNode } from '../model/records/outline.ts';
import { blockName, bodyName, parseAnchor, type Anchor } from '../notation/anchor.ts';
import { readDecimal, readLabel, type Scheme } from '../notation/labels.ts';
import { endsParagraph } from '../notation/punctuation.ts';
import { hanNumeral } from './han-numeral.ts';

/**
 * How a number is cited. Chapters and articles as in laws (立法法 第六十五条: 编、章、节、条、款、项、目); 一、 is a 部分, and the numbers below it keep the form in
 * which they are printed, so that the reader finds them. A decimal is cited whole (GB/T 1.1-2020).
 */
const NAMES: Record<Scheme, (core: string) => string> = {
  part: (core) => core,
  chapter: (core) => core,
  subchapter: (core) => core,
  article: (core) => core,
  decimal: (core) => (core.includes('.') ? `第${core}条` : `第${core}章`),
  han: (core) => `第${core}部分`,
  'han-paren': (core) => `第（${core}）项`,
  arabic: (core) => `第${core}条`,
  'arabic-paren': (core) => `第（${core}）目`,
  circled: (core) => `第${core}目`,
};

/**
 * The name of a place in a notice, for behind the name of the notice.
 * @param outline of the notice
 * @param id of a node or a paragraph: `s2-3-13`, `s1-2-p2`, `letter-p1`
 * @returns `第二部分第（三）项第13条`, `第十二条第二款第（一）项`, `第一部分第2段`, `通知正文第1段`; null when the notice has no such place
 */
export function formalClauseName(outline: readonly OutlineNode[], id: string): string | null {
  const path = pathTo(outline, id);
  const node = path?.at(-1);
  const anchor = parseAnchor(id);
  if (!path || !node || !anchor) return null;
  return bodyName(anchor.body) + unitsOf(path) + placeIn(node, anchor) + repetition(anchor);
}

function pathTo(nodes: readonly OutlineNode[], id: string): OutlineNode[] | null {
  for (const node of nodes) {
    if (node.id === id || node.paragraphs.some((paragraph) => paragraph.id === id)) return [node];
    const below = pathTo(node.children, id);
    if (below) return [node, ...below];
  }
  return null;
}

function unitsOf(path: readonly OutlineNode[]): string {
  const schemes = path.map(({ label }) => schemeOf(label));
  const article = schemes.indexOf('article');
  const decimal = schemes.lastIndexOf('decimal');
  return path
    .map((node, at) => {
      const scheme = schemes[at];
      // an article has one number through all chapters, a decimal says what is above it
      if (!scheme || at < article || (scheme === 'decimal' && at < decimal)) return '';
      if (at <= article || article === -1) return NAMES[scheme](coreOf(node.label ?? ''));
      const above = path[at - 1];
      return (
        (above && at - 1 === article ? subsectionOf(above, node) : '') + inArticle(scheme, node)
      );
    })
    .join('');
}

/** Below an article: 项, then 目. */
function inArticle(scheme: Scheme, { label }: OutlineNode): string {
  const core = coreOf(label ?? '');
  return scheme === 'arabic' ? `第${core}目` : NAMES[scheme](core);
}

/** The 款 that an item stands in, where the article has several. */
function subsectionOf(article: OutlineNode, item: OutlineNode): string {
  const { paragraphs } = article;
  const leading = leadingSentence(article);
  if (paragraphs.length + leading < 2) return '';
  const before =
    paragraphs.filter(({ source }) => source.line <= item.source.line).length + leading;
  return before === 0 ? '' : `第${hanNumeral(before)}款`;
}

/** A short sentence on a line of its own is read as a heading; in an article it is its first 款. */
function leadingSentence({ heading, paragraphs, source }: OutlineNode): number {
  const isSentence = heading !== null && endsParagraph(heading);
  return isSentence && paragraphs[0] && paragraphs[0].source.line > source.line ? 1 : 0;
}

/** A block with a name, or a paragraph without a number: 款 of an article, else 段. The first one of a unit shares its address and stands for all of it. */
function placeIn(node: OutlineNode, anchor: Anchor): string {
  const block = blockName(anchor);
  if (block !== null) return block;
  const last = anchor.parts.at(-1);
  if (last?.name !== 'p') return '';
  const number = last.number ?? 0;
  if (schemeOf(node.label) !== 'article') return `第${number}段`;
  return `第${hanNumeral(number + leadingSentence(node))}款`;
}

/** A number that is printed twice (`s1-15.2`). */
function repetition({ parts }: Anchor): string {
  const count = parts.find((part) => part.repetition !== null)?.repetition;
  return count === undefined ? '' : `（第${count}处）`;
}

function schemeOf(label: string | null): Scheme | null {
  if (label === null) return null;
  return (
    (readLabel(label) ?? readDecimal(label))?.scheme ?? (/^\d+$/.test(label) ? 'decimal' : null)
  );
}

/** The number in a label: `（二十三）` and `㈡㈢` without their marks. */
function coreOf(label: string): string {
  const circled = /^[①-⑳㉑-㉟]/.exec(label);
  if (circled) return circled[0];
  return narrow(label)
    .replace(/[()、\s]/g, '')
    .replace(/\.+$/, '');
}
