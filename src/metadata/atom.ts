/** Atom feeds (RFC 4287). */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import { SITE_NAME } from './metadata.ts';
import { xmlText } from '../exports/xml-characters.ts';

/** A feed; addresses are relative to the root of the site. */
export interface Feed {
  /** Its own: `feed.xml`. */
  path: string;
  /** `""` for the first feed of the site, `/corrections` for others: what its id has behind `wenhao`. */
  id: string;
  title: string;
  /** What is in it and what its times mean. */
  subtitle: string;
  entries: readonly FeedEntry[];
}

/** An entry. Absent facts are null. */
export interface FeedEntry {
  /** Behind `wenhao`: `/notices/jgsj-2023-17`. */
  id: string;
  title: string;
  /** ISO date with a day: of what the entry tells, or of its addition to the archive. */
  day: string;
  /** ISO date with a day on which it came into the archive. */
  published: string | null;
  /** The page: `notices/jgsj-2023-17.html`. */
  url: string;
  author: string | null;
  /** One line; null where there is a `content`. */
  summary: string | null;
  /** Plain text. */
  content: string | null;
}

/**
 * A feed as XML, newest entry first. Its own time is that of its newest entry, so that it is the same whenever it is made; all times are the start of a
 * day in Beijing. Ids are `tag:` addresses (RFC 4151), so that they outlive a move of the site to another folder or port.
 * @param feed with entries in any order
 * @param address of the site's root
 * @returns null when there is no entry: a feed must have a time, and nothing would give one
 */
export function atomOf(feed: Feed, address: string): string | null {
  const entries = feed.entries.toSorted((one, other) =>
    one.day === other.day ? 0 : one.day > other.day ? -1 : 1,
  );
  const [newest] = entries;
  if (!newest) return null;
  const tag = `tag:${new URL(address).hostname},2023:wenhao`;
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(
    'http://www.w3.org/2005/Atom',
    'feed',
    { 'xml:lang': 'zh-CN' },
  );
  root.ele('id').txt(tag + feed.id);
  root.ele('title').txt(feed.title);
  root.ele('subtitle').txt(feed.subtitle);
  root.ele('updated').txt(timeOf(newest.day));
  root.ele('link', {
    rel: 'self',
    type: 'application/atom+xml',
    href: new URL(feed.path, address).href,
  });
  root.ele('link', { href: new URL('index.html', address).href });
  root.ele('author').ele('name').txt(SITE_NAME);
  for (const entry of entries) addEntry(root.ele('entry'), entry, tag, address);
  return `${root.end()}\n`;
}

function addEntry(parent: XMLBuilder, entry: FeedEntry, tag: string, address: string): void {
  parent.ele('id').txt(tag + entry.id);
  parent.ele('title').txt(xmlText(entry.title));
  parent.ele('updated').txt(timeOf(entry.day));
  if (entry.published !== null) parent.ele('published').txt(timeOf(entry.published));
  parent.ele('link', { href: new URL(entry.url, address).href });
  if (entry.author !== null) parent.ele('author').ele('name').txt(xmlText(entry.author));
  if (entry.summary !== null) parent.ele('summary').txt(xmlText(entry.summary));
  if (entry.content !== null) parent.ele('content', { type: 'text' }).txt(xmlText(entry.content));
}

function timeOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}
