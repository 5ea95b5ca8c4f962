/** What the head of a page tells machines, as data. */
import { columnMeta, type Meta } from './column-meta.ts';
import type { NoticeRecord } from '../model/records/notice.ts';
import type { WorkRecord } from '../model/records/work.ts';
import { factsInText } from '../records/facts-in-text.ts';
import type { Site } from '../model/site.ts';

/** A page as its head describes it. */
export interface PageFacts {
  /** `notices/jgsj-2023-17.html` */
  path: string;
  title: string;
  description: string;
}

/** The name of the site, as 国办发〔2017〕47号 asks for it (SiteName). */
export const SITE_NAME = '文号';

/**
 * What every page says: the tags of 国办发〔2017〕47号 (附件2) for the site and for the column of the page, and Open Graph where the site has an address.
 * @param page to describe
 * @param site where it is published
 */
export function pageMeta(page: PageFacts, { address, idCode }: Site): Meta[] {
  const { path, title, description } = page;
  return [
    { name: 'SiteName', content: SITE_NAME },
    ...(address === null ? [] : [{ name: 'SiteDomain', content: new URL(address).host }]),
    ...(idCode === null ? [] : [{ name: 'SiteIDCode', content: idCode }]),
    ...columnMeta(page),
    ...(address === null
      ? []
      : [
          { property: 'og:site_name', content: SITE_NAME },
          { property: 'og:type', content: path.startsWith('notices/') ? 'article' : 'website' },
          { property: 'og:locale', content: 'zh_CN' },
          { property: 'og:title', content: title },
          { property: 'og:description', content: description },
          { property: 'og:url', content: new URL(path, address).href },
        ]),
  ];
}

/**
 * What the page of a notice says besides: the content page's tags of 国办发〔2017〕47号, Dublin Core (ISO 15836-1) and the `citation_*` that reference
 * managers read. What the notice does not carry is left out, also where somebody else states it, because a tag cannot say who; PubDate is a date without a
 * time, because no notice carries one.
 * @param record of the notice
 * @param site where it is published
 */
export function noticeMeta(record: NoticeRecord, { address }: Site): Meta[] {
  const notice = factsInText(record);
  const { title, issuer, number, kind, city, enclosure } = notice;
  const published = notice.date ?? notice.issued;
  const url = address === null ? null : new URL(notice.url, address).href;
  return known([
    ['ArticleTitle', title ?? enclosure],
    ['PubDate', published],
    ['ContentSource', issuer],
    ['Keywords', keywords(city, kind, number)],
    ['Url', url],
    ['DC.title', title ?? enclosure],
    ['DC.creator', issuer],
    ['DC.identifier', number],
    ['DC.date', notice.date],
    ['DCTERMS.issued', notice.issued],
    ['DC.type', kind],
    ['DC.coverage', city],
    ['DC.language', 'zh-CN'],
    ['DC.source', notice.source],
    ['DC.rights', notice.licence],
    ['citation_title', title ?? enclosure],
    ['citation_author', issuer],
    ['citation_publication_date', notice.date?.replaceAll('-', '/') ?? null],
    ['citation_technical_report_number', number],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', url],
  ]);
}

/**
 * What the page of a work says besides: the content page's tags of 国办发〔2017〕47号 and Dublin Core, as far as the facts are known. No ContentSource and
 * no PubDate: the page is this archive's own about a document of others, and nobody recorded its day.
 * @param work its record
 * @param site where it is published
 */
export function workMeta(work: WorkRecord, { address }: Site): Meta[] {
  const { title, issuer, number, kind } = work;
  return known([
    ['ArticleTitle', title],
    ['Keywords', keywords(kind, number)],
    ['Url', address === null ? null : new URL(work.url, address).href],
    ['DC.title', title],
    ['DC.creator', issuer],
    ['DC.identifier', number],
    ['DCTERMS.issued', work.issued],
    ['DC.type', kind],
    ['DC.language', 'zh-CN'],
  ]);
}

function keywords(...words: (string | null)[]): string | null {
  return words.filter((word) => word !== null).join(',') || null;
}

function known(facts: [name: string, content: string | null][]): Meta[] {
  return facts.flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}
