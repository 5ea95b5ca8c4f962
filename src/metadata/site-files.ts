/** The files of a published site for crawlers and browsers: they need its address. */
import { create } from 'xmlbuilder2';
import { SITE_NAME } from './metadata.ts';
import { xmlText } from '../exports/xml-characters.ts';

const DECLARATION = { version: '1.0', encoding: 'UTF-8' };

/**
 * `sitemap.xml` (sitemaps.org 0.9). No `lastmod`: nobody recorded when a page changed.
 * @param paths of the pages
 * @param address of the site's root
 */
export function sitemapOf(paths: readonly string[], address: string): string {
  const set = create(DECLARATION).ele('http://www.sitemaps.org/schemas/sitemap/0.9', 'urlset');
  for (const path of paths)
    set
      .ele('url')
      .ele('loc')
      .txt(xmlText(new URL(path, address).href));
  return `${set.end()}\n`;
}

/**
 * `robots.txt` (RFC 9309): everything may be read; where the site map is, by its full address (sitemaps.org).
 * @param address of the site's root; null: it has none, and so no site map
 */
export function robotsOf(address: string | null): string {
  const map = address === null ? '' : `\nSitemap: ${new URL('sitemap.xml', address).href}\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}

/**
 * `opensearch.xml`: lets a browser search the archive from its address bar (OpenSearch 1.1).
 * @param address of the site's root
 */
export function openSearchOf(address: string): string {
  const description = create(DECLARATION).ele(
    'http://a9.com/-/spec/opensearch/1.1/',
    'OpenSearchDescription',
  );
  description.ele('ShortName').txt(SITE_NAME);
  description.ele('Description').txt('公文条文检索');
  description.ele('Language').txt('zh-CN');
  description.ele('InputEncoding').txt('UTF-8');
  description.ele('Url', { type: 'text/html', template: `${address}search.html?q={searchTerms}` });
  return `${description.end()}\n`;
}
