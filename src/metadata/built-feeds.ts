import { records } from '../archive/site-archive.ts';
import { type BuiltFeed, feedsOf } from './feeds.ts';
import { site } from './site.ts';

/** The feeds that pages name: none without an address of the site. */
export const feeds: BuiltFeed[] = site.address === null ? [] : feedsOf(records, site.address);
