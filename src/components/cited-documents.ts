import { records, works } from '../archive/site-archive.ts';
import type { CitedDocument } from '../metadata/jsonld/legislation.ts';
import { titleOf } from './display-facts.ts';

/** Everything that a notice may cite, works and notices, by id. */
export const documents: ReadonlyMap<string, CitedDocument> = new Map<string, CitedDocument>([
  ...works.map((work) => [work.id, work] as const),
  ...records.map((record) => [record.id, { ...record, title: titleOf(record) }] as const),
]);
