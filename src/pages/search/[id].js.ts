import type { APIRoute, GetStaticPaths } from 'astro';
import { records } from '../../archive.ts';
import type { NoticeRecord } from '../../exports/record.ts';
import { noticeTextOf } from '../../search/notice-text.ts';

/**
 * The text of one notice for the search page. A classic script, not JSON, because a page opened by double-click may
 * load scripts and nothing else.
 */
export const getStaticPaths: GetStaticPaths = () =>
  records.map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: NoticeRecord }> = ({ props }) =>
  new Response(`wenhaoText(${JSON.stringify(noticeTextOf(props.record))});\n`, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
