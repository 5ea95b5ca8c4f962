/** render: finished notice → MDX text. Markdown is written by remark-stringify, never concatenated by hand. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { summaryOf, type Finished } from '../exports/json.ts';
import { toMdast } from '../notice/mdast.ts';

/**
 * What remark-stringify leaves open for text that nobody wrote as Markdown: `import` and `export` begin an ESM block in MDX, bare URLs
 * and e-mail addresses become links in GFM.
 */
const UNSAFE: Options['unsafe'] = [
  { character: 'i', after: '[\\r\\n]', inConstruct: 'phrasing' },
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];

const writer = unified()
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', unsafe: UNSAFE.slice(1) })
  .freeze();

/**
 * The MDX file of a notice.
 * @param finished anchored, with facts
 * @returns text with LF line ends; the same input gives the same bytes
 */
export function render(finished: Finished): string {
  const { url: _, ...facts } = summaryOf(finished);
  const frontMatter = stringify(facts, { lineWidth: 0, defaultStringType: 'PLAIN' });
  const root: Root = { type: 'root', children: toMdast(finished.notice) };
  return `---\n${frontMatter}---\n\n{/* ${doNotEdit(finished.file.path)} */}\n\n${writer.stringify(root)}`;
}

/** The seed's name may hold anything, the end of a comment included. */
function doNotEdit(path: string): string {
  return `由 npm run generate 从 ${path.replaceAll('*/', '* /')} 生成，请勿手改。 Generated, do not edit.`;
}
