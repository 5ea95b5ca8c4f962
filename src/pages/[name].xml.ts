import type { APIRoute, GetStaticPaths } from 'astro';
import { records, works } from '../archive.ts';
import { openSearchOf, sitemapOf } from '../exports/site-files.ts';
import { feed } from '../layouts/feed.ts';
import { site } from '../layouts/site.ts';

const lists = Object.keys(import.meta.glob('./*.astro'))
  .map((file) => file.replace(/^\.\/(.*)\.astro$/, '$1.html'))
  .filter((path) => path !== '404.html')
  .sort();

/** `sitemap.xml`, `feed.xml`, `opensearch.xml`: only where the site has an address (`SITE`). */
export const getStaticPaths: GetStaticPaths = () => {
  const { address } = site;
  if (address === null) return [];
  const paths = [...lists, ...records.map(({ url }) => url), ...works.map(({ url }) => url)];
  const files: [string, string | null][] = [
    ['sitemap', sitemapOf(paths, address)],
    ['feed', feed],
    ['opensearch', openSearchOf(address)],
  ];
  return files.flatMap(([name, text]) =>
    text === null ? [] : [{ params: { name }, props: { text } }],
  );
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
