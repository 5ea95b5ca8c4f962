/** Promises that hold for any text. */
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/notice/seed-text.ts';
import { textOf } from '../../src/notice/text.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { render } from '../../src/pipeline/render.ts';
import type { Finished } from '../../src/exports/json.ts';

const RUNS = Number(process.env['RUNS'] ?? 2000);

/** What notices, Markdown, MDX, HTML and YAML are made of. */
const TOKENS = [
  '一、', '二、', '（一）', '（二）', '(三)', '1. ', '2．', '3、', '（1）', '①', '第一条 ', '第二条', '第一章 总则', '1.1 ', '1.2', '11.121人才',
  '附件：', '附件1', '附件：1.表', '2023年3月5日', '二○二○年一月一日', '（此件公开发布）', '市知识产权局', '各单位：', '关于印发《方案》的通知', '工作方案',
  '汉〔2023〕1号', '第5号', '— 3 —', '目录', '抄送：某局。', '2023年3月5日印发', '文件', '知识产权', '。', '；', '：', '，', '《', '》', '“', '”', '——',
  '# ', '## ', '**', '*', '_', '__', '`', '```', '~~~', '~~', '~', '---', '===', '- ', '+ ', '> ', '* ', '| a | b |', '|---|---|', '[a](b)', '![x](y)', '[^1]', '[^1]: x', '[x] ', '\\', '\\n',
  'import x from "y"', 'export default 1', '{process.exit(1)}', '{', '}', '${', '<script>alert(1)</script>', '</Clause>', '<P>', '<', '>', '<!-- x -->', ']]>', '*/}', '&amp;', '&#65;', '&', 'javascript:',
  'http://a.cn', 'www.a.cn', 'a@b.cn', '../', '$x$', '::', '^', '==', '"', "'", '--', '...', '…', 'A', 'b1', '😀',
  '\n', '\n\n', '\r\n', '\r', ' ', '  \n', '　', '　　', '\t', '\u{2028}', '\u{FEFF}', '\u{A0}', '\u{200B}', '\u{1}', '\u{0}',
]; // prettier-ignore

const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...TOKENS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    ),
    { minLength: 1, maxLength: 50 },
  )
  .map((parts) => parts.join(''));

function finish(seed: string): Finished | undefined {
  return pipeline([{ path: 'seeds/x.txt', bytes: new TextEncoder().encode(seed) }]).notices[0];
}

/** Runs a check on notices made of random texts; texts that are refused (empty, binary) count as passed. */
function forAnyNotice(check: (finished: Finished) => void): void {
  fc.assert(
    fc.property(text, (seed) => {
      const finished = finish(seed);
      if (finished) check(finished);
    }),
    { numRuns: RUNS },
  );
}

interface Addressed {
  type: string;
  id?: string;
}

/** The body of an MDX file: what stands behind front matter and comment. */
function bodyOf(mdx: string): string {
  return mdx.replace(/^---\n[\s\S]*?\n---\n\n\{\/\*.*\*\/\}\n/, '');
}

describe('any text', () => {
  test('never throws and loses no word', () => {
    forAnyNotice(({ file }) => {
      expect(file.messages.filter(({ ruleId }) => ruleId === 'conserved-text')).toEqual([]);
    });
  });

  test('has unique anchors that are safe in an address', () => {
    forAnyNotice(({ notice }) => {
      const ids: string[] = [];
      visit(notice as never, (node: Addressed, _, parent: Addressed | undefined) => {
        // a unit's first paragraph shares its id
        if (node.type !== 'notice' && node.id && node.id !== parent?.id) ids.push(node.id);
      });
      for (const id of ids)
        expect(id).toMatch(/^[a-z][a-z0-9-]*(?:\.\d+)?(?:-[a-z0-9-]+(?:\.\d+)?)*$/);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('gives the same bytes twice', () => {
    fc.assert(
      fc.property(text, (seed) => {
        const [one, other] = [finish(seed), finish(seed)];
        expect(one && render(one)).toBe(other && render(other));
      }),
      { numRuns: RUNS / 4 },
    );
  });
});

describe('MDX read back gives the same words, and words only', () => {
  const ALLOWED = new Set([
    'root',
    'paragraph',
    'heading',
    'text',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
  ]);
  const remark = unified().use(remarkParse).use(remarkMdx).freeze();
  // Sätteri as the site runs it
  const satteri = (mdx: string) =>
    mdxToMdast(mdx, { features: { gfm: false, smartPunctuation: false } });

  test.each([
    ['remark-parse', (mdx: string) => remark.parse(mdx)],
    ['Sätteri', satteri],
  ])('%s', (_, parse) => {
    forAnyNotice((finished) => {
      const tree = parse(bodyOf(render(finished)));
      expect(comparable(toString(tree))).toBe(comparable(textOf(finished.notice)));
      visit(tree as never, (node: { type: string }) => {
        expect(ALLOWED).toContain(node.type);
      });
    });
  });
});
