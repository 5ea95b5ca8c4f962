/** Work → schema.org, for JSON-LD. */
import { type JsonLd, present } from './json-ld.ts';
import type { RelationRecord, WorkRecord } from '../../model/records/work.ts';
import type { Site } from '../../model/site.ts';

/** Kinds that are done, not written: of these schema.org has no type that is true. */
const CAMPAIGNS = /(?:行动|工程|活动|机制|专项计划)$/u;
/** Kinds that bind or instruct, as the notices of this archive do. */
const LEGAL =
  /(?:法律|法规|规章|条例|办法|规定|意见|通知|纲要|规划|方案|推进计划|要点|规范性文件|指引)$/u;

/** Relations that schema.org has a name for. */
const PROPERTIES: Partial<Record<RelationRecord['type'], string>> = {
  'based-on': 'isBasedOn',
  'part-of': 'isPartOf',
  'has-part': 'hasPart',
};

/**
 * A work as schema.org/Legislation, or as CreativeWork where it is a standard, planned or of another kind. What is not known is left out; addresses are
 * absolute where the site has one, else relative to the page the data stands in.
 * @param work its record
 * @param site where it is published
 * @returns null for a campaign, which is no document
 */
export function workData(work: WorkRecord, { address }: Site): JsonLd | null {
  const { title, kind, level, issuer, number, issued, url, official, summary } = work;
  if (CAMPAIGNS.test(kind)) return null;
  const to = (path: string) => (address === null ? `../${path}` : new URL(path, address).href);
  const isLegal = LEGAL.test(kind) && level !== 'standard' && level !== 'planned';
  return present({
    '@context': 'https://schema.org',
    '@type': isLegal ? 'Legislation' : 'CreativeWork',
    '@id': to(url),
    url: to(url),
    name: title,
    description: summary,
    inLanguage: 'zh-CN',
    [isLegal ? 'legislationIdentifier' : 'identifier']: number,
    [isLegal ? 'legislationType' : 'genre']: kind,
    [isLegal ? 'legislationPassedBy' : 'creator']:
      issuer === null ? null : { '@type': 'Organization', name: issuer },
    datePublished: issued,
    creativeWorkStatus: level === 'planned' ? '拟制定' : null,
    sameAs: official,
    ...relationsOf(work, to),
  });
}

function relationsOf({ relations }: WorkRecord, to: (path: string) => string): JsonLd {
  const named: Record<string, JsonLd[]> = {};
  for (const { type, title, url } of relations) {
    const property = PROPERTIES[type];
    if (property === undefined) continue;
    (named[property] ??= []).push({ '@type': 'CreativeWork', name: title, url: to(url) });
  }
  return named;
}
