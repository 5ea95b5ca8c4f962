/** Pages that are no notice and no work → schema.org, for JSON-LD. */
import type { JsonLd } from './json-ld.ts';
import { type PageFacts, SITE_NAME } from '../metadata.ts';
import type { Site } from '../../model/site.ts';

/** Lists of documents. */
const COLLECTIONS = ['works.html', 'contents.html'];

/**
 * The home page as schema.org/WebSite with its search, a list as CollectionPage. Both say where something is, so there is nothing to say without an
 * address of the site.
 * @param page to describe
 * @param site where it is published
 * @returns null when there is nothing to say
 */
export function pageData(
  { path, title, description }: PageFacts,
  { address }: Site,
): JsonLd | null {
  if (address === null) return null;
  const common = { '@context': 'https://schema.org', description, inLanguage: 'zh-CN' };
  if (path === 'index.html') {
    return {
      ...common,
      '@type': 'WebSite',
      '@id': address,
      url: address,
      name: SITE_NAME,
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${address}search.html?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    };
  }
  if (!COLLECTIONS.includes(path)) return null;
  const url = new URL(path, address).href;
  return {
    ...common,
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    isPartOf: { '@type': 'WebSite', '@id': address, name: SITE_NAME },
  };
}
