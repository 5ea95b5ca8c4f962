import { records } from '../archive.ts';
import { feedOf } from '../exports/site-files.ts';
import { site } from './site.ts';

/** `feed.xml`; null without an address of the site or a date in any notice. */
export const feed: string | null = site.address === null ? null : feedOf(records, site.address);
