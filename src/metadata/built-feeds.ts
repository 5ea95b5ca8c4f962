import { records } from '../archive/archive-records.ts';
import { correctionFeed, noticeFeed } from './feeds.ts';
import { site } from './site.ts';

/** A feed of this build. */
export interface BuiltFeed {
  /** `feed`: the name without `.xml`. */
  name: string;
  /** For the reader. */
  title: string;
  text: string;
}

const { address } = site;

/** None without an address of the site; one that would have no entry is left out. */
export const feeds: BuiltFeed[] =
  address === null
    ? []
    : [
        { name: 'feed', title: '文号 · 公文', text: noticeFeed(records, address) },
        { name: 'corrections', title: '文号 · 勘误', text: correctionFeed(records, address) },
      ].flatMap(({ text, ...feed }) => (text === null ? [] : [{ ...feed, text }]));
