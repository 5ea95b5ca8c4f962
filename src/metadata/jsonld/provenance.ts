/** Where the text of a notice comes from and who says what it does not, in the terms of schema.org. */
import { SUPPLIED_NAMES } from '../../citation/supplied-note.ts';
import type { JsonLd } from './json-ld.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import type { SuppliedName } from '../../model/records/notice-summary.ts';

/**
 * The properties of JSON-LD for what is no word of the notice; null or empty where there is nothing to say. A stated fact stands in its own property too; the
 * Claim says whose it is.
 * @param notice its record
 */
export function provenanceOf(notice: NoticeRecord): JsonLd {
  const { source, licence, stated } = notice;
  return {
    isBasedOn: source === null ? null : linkOrName(source),
    license: licence === null ? null : linkOrName(licence),
    subjectOf: Object.entries(stated).map(([fact, { by, note }]) => ({
      '@type': 'Claim',
      name: `${SUPPLIED_NAMES[fact as SuppliedName]}，原文未标注`,
      text: [notice[fact as SuppliedName]].flat().map(String).join('；'),
      author: { '@type': 'Thing', name: by },
      ...(note === null ? {} : { abstract: note }),
    })),
  };
}

/** schema.org takes an address as it is; words are the name of a work. */
function linkOrName(value: string): string | JsonLd {
  return /^https?:\/\/\S+$/.test(value) ? value : { '@type': 'CreativeWork', name: value };
}
