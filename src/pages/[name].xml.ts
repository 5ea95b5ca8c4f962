import type { APIRoute, GetStaticPaths } from 'astro';
import { records, works } from '../archive/archive-records.ts';
import { openSearchOf, sitemapOf } from '../metadata/site-files.ts';
import { feeds } from '../metadata/built-feeds.ts';
import { site } from '../metadata/site.ts';

const lists = Object.keys(import.meta.glob('./*.astro'))
  .map((file) => file.replace(/^\.\/(.*)\.astro$/, '$1.html'))
  .filter((path) => path !== '404.html')
  .sort();

/** `sitemap.xml`, `opensearch.xml`, `feed.xml`, `corrections.xml`: only where the site has an address (`SITE`). */
export const getStaticPaths: GetStaticPaths = () => {
  const { address } = site;
  if (address === null) return [];
  const paths = [...lists, ...records.map(({ url }) => url), ...works.map(({ url }) => url)];
  const files = [
    { name: 'sitemap', text: sitemapOf(paths, address) },
    { name: 'opensearch', text: openSearchOf(address) },
    ...feeds,
  ];
  return files.map(({ name, text }) => ({ params: { name }, props: { text } }));
};

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
