/** Notice → Word, in the layout of GB/T 9704-2012. */
import { AlignmentType, Document, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Notice } from '../../model/tree.ts';
import { imprintParagraphs } from './docx-imprint.ts';
import { characters, FACES, headingRun, PAGE_SIZE, paragraphSetting } from './docx-layout.ts';
import { packageOf } from './docx-package.ts';
import { stylesXml } from './docx-styles.ts';
import { type PageBlock, pageBlocks, blockText } from '../../records/page-blocks.ts';
import { xmlCharacters } from '../xml-characters.ts';

/**
 * A notice as a .docx file. Its text is what is printed, in order; only the page numbers are added.
 * @param notice anchored
 * @param title for the properties of the file; null: none is printed
 * @returns the same bytes for the same input
 */
export function docxOf(notice: Notice, title: string | null): Uint8Array {
  const blocks = pageBlocks(notice);
  const document = new Document({
    externalStyles: stylesXml(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: PAGE_SIZE,
        footers: { default: footer('right'), even: footer('left') },
        children: runsOf(blocks).flatMap((run) =>
          run[0]?.kind === 'imprint' ? imprintParagraphs(run.map(blockText)) : paragraphsOf(run),
        ),
      },
    ],
  });
  return packageOf(document, title);
}

/** Blocks of one kind that follow each other. */
function runsOf(blocks: readonly PageBlock[]): PageBlock[][] {
  const runs: PageBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === block.kind) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** @param run blocks of one kind */
function paragraphsOf(run: readonly PageBlock[]): Paragraph[] {
  const longest = run.reduce((most, { text }) => Math.max(most, text.length), 0);
  return run.map((block, at) => paragraphOf(block, at === 0, longest));
}

function paragraphOf(block: PageBlock, isFirst: boolean, longest: number): Paragraph {
  const { paragraph, run } = paragraphSetting(block, isFirst, longest);
  const opening = block.label + block.heading;
  // a unit without a heading is body text from its number on; only the numbers of articles stand out then too
  const isHeaded = block.heading !== '' || block.text === '' || block.scheme === 'article';
  const head = isHeaded ? headingRun(block.scheme) : run;
  return new Paragraph({
    ...paragraph,
    pageBreakBefore: block.opensPage,
    children: [runOf(opening, head), runOf(block.text, run)].filter((each) => each !== null),
  });
}

function runOf(text: string, options: ReturnType<typeof headingRun>): TextRun | null {
  return text === '' ? null : new TextRun({ ...options, text: xmlCharacters(text) });
}

/** — n — in 4号 宋体, one character in from the outer edge: right on odd pages, left on even ones (7.5). */
function footer(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: characters(1) },
        children: [
          new TextRun({
            font: { ascii: FACES.song, hAnsi: FACES.song, eastAsia: FACES.song, cs: FACES.song },
            size: 28,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}
