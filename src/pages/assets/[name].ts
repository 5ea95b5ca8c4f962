import type { APIRoute, GetStaticPaths } from 'astro';
import { type Asset, assets } from '../../layouts/assets.ts';

/** One page per style sheet and script, named by its digest. */
export const getStaticPaths: GetStaticPaths = () =>
  Object.values(assets).map((asset) => ({
    params: { name: asset.path.replace('assets/', '') },
    props: { asset },
  }));

export const GET: APIRoute<{ asset: Asset }> = ({ props }) =>
  new Response(props.asset.text, { headers: { 'Content-Type': props.asset.type } });
