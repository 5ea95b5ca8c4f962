/** Notice → schema.org/Legislation, for JSON-LD. */
import { formalClauseName } from '../../citation/clause-name.ts';
import { FORMATS } from '../../exports/formats.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { OutlineNode } from '../../model/records/outline.ts';
import { present, type JsonLd } from './json-ld.ts';
import { provenanceOf } from './provenance.ts';
import type { Site } from '../../model/site.ts';

/** What is said of a document that a notice cites. */
export interface CitedDocument {
  title: string;
  number: string | null;
  /** Relative to the root of the site. */
  url: string;
}

/**
 * A notice as schema.org/Legislation with its clauses as parts and the documents it cites. Addresses are absolute where the site has one; else they
 * are relative to the page the data stands in. What the notice does not carry is left out, or said to be stated by others.
 * @param notice its record
 * @param documents id → what it is; citations of others are left out
 * @param site where it is published
 */
export function legislationOf(
  notice: NoticeRecord,
  documents: ReadonlyMap<string, CitedDocument>,
  { address }: Site,
): JsonLd {
  const to = (path: string) => (address === null ? `../${path}` : new URL(path, address).href);
  const cited = [
    ...new Set(
      notice.citations.filter(({ role }) => role !== 'self').flatMap(({ works }) => works),
    ),
  ].flatMap((id) => documents.get(id) ?? []);
  return present({
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': to(notice.url),
    url: to(notice.url),
    name: notice.title ?? notice.enclosure,
    inLanguage: 'zh-CN',
    legislationIdentifier: notice.number,
    legislationType: notice.kind,
    legislationDate: notice.date,
    datePublished: notice.issued,
    legislationPassedBy:
      notice.issuer === null ? null : { '@type': 'GovernmentOrganization', name: notice.issuer },
    legislationJurisdiction:
      notice.city === null ? null : { '@type': 'AdministrativeArea', name: notice.city },
    citation: cited.map(({ title, number, url }) =>
      present({ '@type': 'CreativeWork', name: title, identifier: number, url: to(url) }),
    ),
    encoding: FORMATS.map(({ extension, type }) => ({
      '@type': 'MediaObject',
      encodingFormat: type.split(';')[0],
      contentUrl: to(`notices/${notice.id}.${extension}`),
    })),
    hasPart: partsOf(notice, notice.outline, to),
    ...provenanceOf(notice),
  });
}

/** The numbered units, one below the other as they are printed. */
function partsOf(
  notice: NoticeRecord,
  nodes: readonly OutlineNode[],
  to: (path: string) => string,
): JsonLd[] {
  return nodes
    .filter(({ label }) => label !== null)
    .map((node) =>
      present({
        '@type': 'Legislation',
        '@id': to(node.url),
        legislationIdentifier: formalClauseName(notice.outline, node.id),
        name: node.heading,
        hasPart: partsOf(notice, node.children, to),
      }),
    );
}
