/** What the archive promises of any file whatever, as one check that throws. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { ProcessedNotice } from '../../src/records/processed-notice.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import { noticeFiles } from '../../src/exports/notice-files.ts';
import { siteFrom } from '../../src/model/site.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import { textOf } from '../../src/model/text.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { ArchiveContext } from '../../src/archive/archive.ts';
import { render } from '../../src/pipeline/render/render.ts';
import { project } from './places.ts';

/**
 * Takes bytes through the pipeline as the only seed of an archive.
 * @param around what else the archive knows
 * @returns undefined for what is refused: no text, or none in it
 */
export function finish(bytes: Uint8Array, around?: ArchiveContext): ProcessedNotice | undefined {
  return pipeline([{ path: 'seeds/x.txt', bytes }], around).notices[0];
}

const WORKS = readFileSync(join(project, 'seeds', 'works.yaml'), 'utf8');

/** The works of the archive, of which its texts cite many. */
function withWorks(): ArchiveContext {
  return { works: new VFile({ path: 'seeds/works.yaml', value: WORKS }) };
}

/** No word is lost or moved (`pipeline/check/conserved-text.ts`). */
export function conservesWords({ file }: ProcessedNotice): void {
  const lost = file.messages.find(({ ruleId }) => ruleId === 'conserved-text');
  strictEqual(lost?.reason, undefined);
}

interface Addressed {
  type: string;
  id?: string;
}

/** Anchors are unique and safe in an address. */
export function hasSafeAnchors({ notice }: ProcessedNotice): void {
  const ids: string[] = [];
  visit(notice as never, (node: Addressed, _, parent: Addressed | undefined) => {
    // a unit's first paragraph shares its id
    if (node.type !== 'notice' && node.id && node.id !== parent?.id) ids.push(node.id);
  });
  const unsafe = ids.filter((id) => !/^[a-z][a-z0-9-]*(?:\.\d+)?(?:-[a-z0-9-]+(?:\.\d+)?)*$/.test(id)); // prettier-ignore
  deepStrictEqual(unsafe, [], 'anchors that are not safe in an address');
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  deepStrictEqual(twice, [], 'anchors that are not unique');
}

/** Ways to read MDX: the ecosystem’s, and Sätteri as the site runs it. */
export const MDX_READERS = {
  'remark-parse': (mdx: string) => remark.parse(mdx),
  Sätteri: (mdx: string) => mdxToMdast(mdx, { features: { gfm: false, smartPunctuation: false } }),
} as const;
const remark = unified().use(remarkParse).use(remarkMdx).freeze();

const ALLOWED = new Set(['root', 'paragraph', 'heading', 'text', 'mdxJsxFlowElement', 'mdxJsxTextElement']); // prettier-ignore

/** The MDX of a notice read back gives the same words, and words only. */
export function readsBack(finished: ProcessedNotice, reader: keyof typeof MDX_READERS): void {
  const tree = MDX_READERS[reader](bodyOf(render(finished)));
  strictEqual(comparable(toString(tree)), comparable(textOf(finished.notice)));
  visit(tree as never, ({ type }: { type: string }) => {
    strictEqual(ALLOWED.has(type), true, `MDX holds a ${type}`);
  });
}

/** The body of an MDX file: what stands behind front matter and comment. */
function bodyOf(mdx: string): string {
  return mdx.replace(/^---\n[\s\S]*?\n---\n\n\{\/\*.*\*\/\}\n/, '');
}

/** The same bytes give the same tree, messages and MDX. */
export function givesTheSameTwice(bytes: Uint8Array): void {
  const said = (finished: ProcessedNotice | undefined) =>
    finished && [render(finished), JSON.stringify(recordOf(finished))];
  deepStrictEqual(said(finish(bytes)), said(finish(bytes)));
}

/** Every file that stands beside the page of a notice can be made. */
export function canBeTakenAlong(finished: ProcessedNotice): void {
  for (const { make } of noticeFiles(finished, () => false, siteFrom({}))) make();
}

/** Word files, and reading the works, take more time than all the rest: one in so many texts goes through each. */
const ONE_IN = 10;

/**
 * All of it.
 * @throws {Error} at the first promise that is not kept
 */
export function keepsPromises(bytes: Uint8Array): void {
  const finished = finish(bytes, bytes.length % ONE_IN === 1 ? withWorks() : {});
  if (!finished) return;
  conservesWords(finished);
  hasSafeAnchors(finished);
  readsBack(finished, 'remark-parse');
  readsBack(finished, 'Sätteri');
  givesTheSameTwice(bytes);
  if (bytes.length % ONE_IN === 0) canBeTakenAlong(finished);
}
