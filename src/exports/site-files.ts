/** The files of a published site for crawlers, feed readers and browsers: they need its address. */
import { create } from 'xmlbuilder2';
import { SITE_NAME } from './metadata.ts';
import type { NoticeSummary } from './record.ts';
import { xmlText } from './xml-characters.ts';

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
 * `feed.xml`: the notices as an Atom feed (RFC 4287), newest first. An entry needs a time; it is the start of the day (Beijing) of the 成文日期, else of the
 * 印发日期, and a notice that carries neither is not in the feed. Ids are `tag:` addresses (RFC 4151), so that they outlive a move of the site.
 * @param notices of the archive
 * @param address of the site's root
 * @returns null when no notice carries a date
 */
export function feedOf(notices: readonly NoticeSummary[], address: string): string | null {
  const entries = notices
    .flatMap((notice) => {
      const day = dayOf(notice);
      return day === null ? [] : [{ notice, updated: `${day}T00:00:00+08:00` }];
    })
    .sort((one, other) => (one.updated > other.updated ? -1 : 1));
  const [newest] = entries;
  if (!newest) return null;
  const { host } = new URL(address);
  const feed = create(DECLARATION).ele('http://www.w3.org/2005/Atom', 'feed', {
    'xml:lang': 'zh-CN',
  });
  feed.ele('id').txt(`tag:${host},2023:wenhao`);
  feed.ele('title').txt(`${SITE_NAME} · 公文`);
  feed.ele('subtitle').txt('只列载明成文日期或印发日期的公文。');
  feed.ele('updated').txt(newest.updated);
  feed.ele('link', {
    rel: 'self',
    type: 'application/atom+xml',
    href: new URL('feed.xml', address).href,
  });
  feed.ele('link', { href: new URL('index.html', address).href });
  feed.ele('author').ele('name').txt(SITE_NAME);
  for (const { notice, updated } of entries) {
    const entry = feed.ele('entry');
    entry.ele('id').txt(`tag:${host},2023:wenhao/notices/${notice.id}`);
    entry.ele('title').txt(xmlText(notice.title ?? notice.number ?? notice.id));
    entry.ele('updated').txt(updated);
    entry.ele('link', { href: new URL(notice.url, address).href });
    if (notice.issuer !== null) entry.ele('author').ele('name').txt(xmlText(notice.issuer));
    if (notice.number !== null) entry.ele('summary').txt(xmlText(notice.number));
  }
  return `${feed.end()}\n`;
}

/** The first date with a day. */
function dayOf({ date, issued }: NoticeSummary): string | null {
  return [date, issued].find((each) => each !== null && /^\d{4}-\d{2}-\d{2}$/.test(each)) ?? null;
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
