/** `llms.txt`: what is here, for programs that read text (llmstxt.org). */
import type { Link, Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { exportUrl } from '../model/address.ts';
import { SITE_NAME } from './metadata.ts';
import { suppliedNote } from '../citation/supplied-note.ts';
import type { NoticeSummary } from '../model/records/notice-summary.ts';

/**
 * The archive as a list of Markdown files and data, with addresses relative to the root of the site.
 * @param notices of the archive, in the order of display
 */
export function llmsOf(notices: readonly NoticeSummary[]): string {
  const root: Root = {
    type: 'root',
    children: [
      heading(1, SITE_NAME),
      {
        type: 'blockquote',
        children: [
          paragraph('公文存档：每件公文照原文收录，每一条有固定地址；没有载明的事项不推测。'),
        ],
      },
      heading(2, '公文'),
      list(
        notices.map(({ id, title, number, issuer, date, stated }) => ({
          url: exportUrl(id, 'md'),
          name: title ?? number ?? id,
          facts: [
            ...[number, issuer, date],
            suppliedNote(stated, ['title', 'number', 'issuer', 'date']),
          ],
        })),
      ),
      heading(2, '数据'),
      list([
        { url: 'api/notices.json', name: '全部公文', facts: ['JSON'] },
        { url: 'api/works.json', name: '被引文件', facts: ['JSON'] },
        { url: 'api/citations.json', name: '引用', facts: ['JSON'] },
        { url: 'exports/wenhao-clauses.csv', name: '全部条款', facts: ['CSV'] },
        { url: 'exports/wenhao.zip', name: '全部文件', facts: ['ZIP'] },
      ]),
    ],
  };
  return unified().use(remarkStringify, { bullet: '-' }).stringify(root);
}

interface Entry {
  url: string;
  name: string;
  /** Null where nothing is known. */
  facts: (string | null)[];
}

function list(entries: readonly Entry[]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: entries.map(({ url, name, facts }) => {
      const link: Link = { type: 'link', url, children: [{ type: 'text', value: name }] };
      const rest = facts.filter((fact) => fact !== null).join('，');
      return {
        type: 'listItem',
        children: [
          {
            type: 'paragraph',
            children: rest === '' ? [link] : [link, { type: 'text', value: `：${rest}` }],
          },
        ],
      };
    }),
  };
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function paragraph(value: string): {
  type: 'paragraph';
  children: [{ type: 'text'; value: string }];
} {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
