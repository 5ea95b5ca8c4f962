import type { APIRoute, GetStaticPaths } from 'astro';
import { works } from '../../../archive/archive-records.ts';
import { jsonText } from '../../../records/api.ts';
import type { WorkRecord } from '../../../model/api-types.ts';

/** `api/works/<id>.json`: everything that is known of one work. */
export const getStaticPaths: GetStaticPaths = () =>
  works.map((work) => ({ params: { id: work.id }, props: { work } }));

export const GET: APIRoute<{ work: WorkRecord }> = ({ props }) =>
  new Response(jsonText(props.work), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
