import type { APIRoute } from 'astro';
import { records } from '../../archive.ts';

/** `api/citations.json`: every citation of every notice, in printed order, those without a work included. */
export const GET: APIRoute = () => {
  const citations = records.flatMap(({ id, citations: own }) =>
    own.map((citation) => ({ notice: id, ...citation })),
  );
  return new Response(`${JSON.stringify(citations, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
