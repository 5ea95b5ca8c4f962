import { createHash } from 'node:crypto';
import filterScript from '../browser/lists/filter.ts?classic';
import formerScript from '../browser/arrival/former.ts?classic';
import lookForScript from '../browser/arrival/find-clause.ts?classic';
import noticeScript from '../browser/notice/notice.ts?classic';
import searchScript from '../browser/search/search.ts?classic';
import siteScript from '../browser/shared/site.ts?classic';
import speechScript from '../browser/notice/speech.ts?classic';
import readingStyle from '../styles/reading.css?inline';
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
  readingStyle: assetOf('reading', 'css', readingStyle),
  siteStyle: assetOf('site', 'css', siteStyle),
  filter: assetOf('filter', 'js', filterScript),
  former: assetOf('former', 'js', formerScript),
  lookFor: assetOf('look-for', 'js', lookForScript),
  notice: assetOf('notice', 'js', noticeScript),
  search: assetOf('search', 'js', searchScript),
  site: assetOf('site', 'js', siteScript),
  speech: assetOf('speech', 'js', speechScript),
};

function assetOf(name: string, extension: 'css' | 'js', text: string): Asset {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const type = extension === 'css' ? 'text/css' : 'text/javascript';
  return { path: `assets/${name}.${digest}.${extension}`, type: `${type}; charset=utf-8`, text };
}
