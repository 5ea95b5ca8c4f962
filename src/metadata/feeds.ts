/** What readers can follow: the notices, and what was found wrong with them. */
import { createHash } from 'node:crypto';
import { formalClauseName } from '../citation/clause-name.ts';
import { formalName, noticeReference } from '../citation/reference.ts';
import { suppliedNote } from '../citation/supplied-note.ts';
import { atomOf, type FeedEntry } from './atom.ts';
import { SITE_NAME } from './metadata.ts';
import type { ErratumRecord, NoticeRecord } from '../model/records/notice.ts';
import type { NoticeSummary } from '../model/records/notice-summary.ts';

/** A feed of the site. */
export interface BuiltFeed {
  /** `feed`: the name without `.xml`. */
  name: string;
  /** For the reader. */
  title: string;
  text: string;
}

/**
 * The feeds of a site; one that would have no entry is left out.
 * @param records of all notices
 * @param address of the site's root
 */
export function feedsOf(records: readonly NoticeRecord[], address: string): BuiltFeed[] {
  return [
    { name: 'feed', title: '文号 · 公文', text: noticeFeed(records, address) },
    { name: 'corrections', title: '文号 · 勘误', text: correctionFeed(records, address) },
  ].flatMap(({ text, ...feed }) => (text === null ? [] : [{ ...feed, text }]));
}

/**
 * `feed.xml`: the notices. The time of an entry is that of the 成文日期, else of the 印发日期; a notice that carries neither is not in the feed.
 * @param notices of the archive
 * @param address of the site's root
 * @returns null when no notice carries a date
 */
export function noticeFeed(notices: readonly NoticeSummary[], address: string): string | null {
  const entries = notices.flatMap((notice): FeedEntry[] => {
    const day = dayOf(notice);
    if (day === null) return [];
    const { id, url, title, number, issuer } = notice;
    return [
      {
        id: `/notices/${id}`,
        title: title ?? number ?? id,
        day,
        published: null,
        url,
        author: issuer,
        summary: summaryOf(notice),
        content: null,
      },
    ];
  });
  const feed = {
    path: 'feed.xml',
    id: '',
    title: `${SITE_NAME} · 公文`,
    subtitle: '只列载明成文日期或印发日期的公文。',
    entries,
  };
  return atomOf(feed, address);
}

/** The number, and who says what the notice does not. */
function summaryOf({ number, stated }: NoticeSummary): string | null {
  const note = suppliedNote(stated, ['title', 'number', 'issuer', 'date', 'issued']);
  return [number, note].filter((part) => part !== null).join('；') || null;
}

/**
 * `corrections.xml`: the errata. The time of an entry is the day on which it was recorded; one without gets that of its notice, says so, and has no
 * `published`; where the notice has no day either, it is not in the feed: no other time would be true.
 * @param notices of the archive
 * @param address of the site's root
 * @returns null when there is nothing to list
 */
export function correctionFeed(notices: readonly NoticeRecord[], address: string): string | null {
  const feed = {
    path: 'corrections.xml',
    id: '/corrections',
    title: `${SITE_NAME} · 勘误`,
    subtitle: '勘误的时间是登记日期；没有登记日期的，取公文的成文日期或印发日期。',
    entries: notices.flatMap(correctionsOf),
  };
  return atomOf(feed, address);
}

function correctionsOf(notice: NoticeRecord): FeedEntry[] {
  const given = new Map<string, number>();
  return notice.errata.flatMap((erratum: ErratumRecord): FeedEntry[] => {
    const id = unique(erratumId(notice.id, erratum), given);
    const { recorded } = erratum;
    const day = recorded ?? dayOf(notice);
    if (day === null) return [];
    const { clause, from, to } = erratum;
    return [
      {
        id,
        title: `${notice.number ?? notice.title ?? notice.id}：“${from}”${readingOf(to)}`,
        day,
        published: recorded,
        url: clause === null ? notice.url : `${notice.url}#${clause}`,
        author: null,
        summary: null,
        content: contentOf(notice, erratum),
      },
    ];
  });
}

/** In the words of the sign on the page. */
function readingOf(to: string | null): string {
  if (to === null) return '存疑';
  return to === '' ? '疑衍' : `疑为“${to}”`;
}

function contentOf(
  notice: NoticeRecord,
  { clause, from, to, reason, recorded }: ErratumRecord,
): string {
  const part = clause === null ? null : formalClauseName(notice.outline, clause);
  return [
    `公文：${formalName({ ...noticeReference(notice), part })}`,
    `原文：${from}`,
    `校订：${readingOf(to)}`,
    `理由：${reason}`,
    ...(recorded !== null ? [] : ['登记日期：未标注，本条时间取自公文']),
  ].join('\n');
}

/** Place and words in the seed, which never change; neither its position among the errata nor the anchor of its clause. */
function erratumId(notice: string, { source, from }: ErratumRecord): string {
  const digest = createHash('sha256').update(from).digest('hex').slice(0, 8);
  return `/notices/${notice}/errata/${String(source.line)}-${digest}`;
}

/** Two errata for the same words on one line are told apart by their order, which is that of the seed. */
function unique(id: string, given: Map<string, number>): string {
  const count = (given.get(id) ?? 0) + 1;
  given.set(id, count);
  return count === 1 ? id : `${id}-${String(count)}`;
}

/** The first date with a day. */
function dayOf({ date, issued }: NoticeSummary): string | null {
  return [date, issued].find((each) => each !== null && /^\d{4}-\d{2}-\d{2}$/.test(each)) ?? null;
}
