/** Notice → Markdown for people: no MDX, no front matter, nothing that is not printed. */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Notice } from '../../model/tree.ts';
import { type PageBlock, pageBlocks, blockText } from '../../records/page-blocks.ts';

const DEEPEST = 6;

/** With GFM in the writer, so that a bare address or a `~~` in the text stays text for readers with GFM too. */
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

/**
 * A notice as CommonMark: title and printed title of the enclosure are headings, so are the headings of units that have a block of
 * their own; a heading that the text runs on behind is bold.
 * @param notice anchored
 * @returns text with LF line ends
 */
export function markdownOf(notice: Notice): string {
  return writer.stringify({ type: 'root', children: pageBlocks(notice).map(markdownBlock) });
}

function markdownBlock(block: PageBlock): RootContent {
  const { kind, depth, label, heading, text } = block;
  if (kind === 'title') return headingAt(1, words(text));
  if (kind === 'enclosureTitle') return headingAt(2, words(text));
  if (heading === '') return paragraph(words(blockText(block)));
  if (text === '') return headingAt(depth + 2, words(label + heading));
  return paragraph([{ type: 'strong', children: words(label + heading) }, ...words(text)]);
}

function headingAt(depth: number, children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: Math.min(depth, DEEPEST) as Heading['depth'], children };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function words(value: string): PhrasingContent[] {
  return [{ type: 'text', value }];
}
