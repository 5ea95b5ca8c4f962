import type { APIRoute, GetStaticPaths } from 'astro';
import { notices } from '../../archive/archive-records.ts';
import { seedFileOf } from '../../components/source/seed-file.ts';
import type { ProcessedNotice } from '../../records/notice-record.ts';

/** `sources/<id>.txt`: the seed of a notice, byte for byte. */
export const getStaticPaths: GetStaticPaths = () =>
  notices.map((finished) => ({ params: { id: finished.notice.id }, props: { finished } }));

export const GET: APIRoute<{ finished: ProcessedNotice }> = ({ props: { finished } }) =>
  new Response(seedFileOf(finished).bytes, { headers: { 'Content-Type': 'text/plain' } });
