import type { APIRoute, GetStaticPaths } from 'astro';
import { records } from '../../../archive/archive-records.ts';
import { jsonText } from '../../../records/api.ts';
import type { NoticeRecord } from '../../../model/api-types.ts';

/** `api/notices/<id>.json`: everything that is known of one notice. */
export const getStaticPaths: GetStaticPaths = () =>
  records.map((record) => ({ params: { id: record.id }, props: { record } }));

export const GET: APIRoute<{ record: NoticeRecord }> = ({ props }) =>
  new Response(jsonText(props.record), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
