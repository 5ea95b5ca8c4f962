import type { APIRoute, GetStaticPaths } from 'astro';
import { offeredOriginals } from '../../archive/archive-records.ts';

/** `sources/<id>.original.<extension>`: the file that a seed was read from, byte for byte. */
export const getStaticPaths: GetStaticPaths = () =>
  offeredOriginals.map(({ id, extension, bytes }) => ({
    params: { id, extension },
    props: { bytes },
  }));

export const GET: APIRoute<{ bytes: Uint8Array<ArrayBuffer> }> = ({ props: { bytes } }) =>
  new Response(bytes);
