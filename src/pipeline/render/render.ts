/** render: finished notice → MDX text. Markdown is written by remark-stringify, never concatenated by hand. */
import type { Root } from 'mdast';
import { mdxJsxToMarkdown, type MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { summaryOf } from '../../records/notice-record.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';
import { toMdast, withContent } from './mdast.ts';

/**
 * What remark-stringify does not escape: `import` and `export` begin an ESM block in MDX.
 */
const UNSAFE: Options['unsafe'] = [
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];

type Handler = NonNullable<NonNullable<Options['handlers']>['mdxJsxFlowElement']>;
const plain = mdxJsxToMarkdown().handlers as { mdxJsxFlowElement: Handler };

/** Writes an element, which gets its content now. */
const mdxJsxFlowElement: Handler = (node: MdxJsxFlowElement, ...around) =>
  plain.mdxJsxFlowElement(withContent(node), ...around);

const writer = unified()
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', unsafe: UNSAFE, handlers: { mdxJsxFlowElement } })
  .freeze();

/**
 * The MDX file of a notice.
 * @param finished anchored, with facts
 * @returns text with LF line ends; the same input gives the same bytes
 */
export function render(finished: ProcessedNotice): string {
  const { url: _, stated, ...facts } = summaryOf(finished);
  const front = Object.keys(stated).length === 0 ? facts : { ...facts, stated };
  return writeMdx(front, finished.file.path, { type: 'root', children: toMdast(finished.notice) });
}

/**
 * An MDX file that nobody edits.
 * @param facts front matter
 * @param source the file it is made from
 * @param root its content
 */
export function writeMdx(facts: object, source: string, root: Root): string {
  const frontMatter = stringify(facts, { lineWidth: 0, defaultStringType: 'PLAIN' });
  return `---\n${frontMatter}---\n\n{/* ${doNotEdit(source)} */}\n\n${writer.stringify(root)}`;
}

/** The seed's name may hold anything, the end of a comment included. */
function doNotEdit(path: string): string {
  return `由 npm run generate 从 ${path.replaceAll('*/', '* /')} 生成，请勿手改。 Generated, do not edit.`;
}
