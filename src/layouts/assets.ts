import { createHash } from 'node:crypto';
import filterScript from '../client/filter.ts?classic';
import noticeScript from '../client/notice.ts?classic';
import searchKeysScript from '../client/search-keys.ts?classic';
import searchScript from '../client/search.ts?classic';
import siteStyle from '../styles/site.css?inline';

/** A file under `assets/`. Its name carries a digest of its text, so that it may be cached for ever. */
export interface Asset {
  /** `assets/site.1a2b3c4d.css` */
  path: string;
  type: string;
  text: string;
}

/** Styles and scripts of the site; a page links those it needs. */
export const assets = {
  style: assetOf('site', 'css', siteStyle),
  filter: assetOf('filter', 'js', filterScript),
  notice: assetOf('notice', 'js', noticeScript),
  search: assetOf('search', 'js', searchScript),
  searchKeys: assetOf('search-keys', 'js', searchKeysScript),
};

function assetOf(name: string, extension: 'css' | 'js', text: string): Asset {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const type = extension === 'css' ? 'text/css' : 'text/javascript';
  return { path: `assets/${name}.${digest}.${extension}`, type: `${type}; charset=utf-8`, text };
}
