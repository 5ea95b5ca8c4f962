import type { Reference } from './reference.ts';

/** The editions of GB/T 7714 that references are printed by. */
export type Edition = '2025' | '2015';

/** What the editions print differently. */
const EDITIONS = {
  // 2025: full-width marks; an electronic document is EB, one on paper without a type of its own Z
  '2025': {
    colon: '：',
    beforeNumber: '：',
    open: '（',
    close: '）',
    online: 'EB/OL',
    offline: 'Z',
  },
  // 2015: half-width marks; government documents are A
  '2015': {
    colon: ': ',
    beforeNumber: '\u2003',
    open: '(',
    close: ')',
    online: 'A/OL',
    offline: 'A',
  },
} as const;

/**
 * A reference in the form of GB/T 7714, as the published CSL styles print it for an item of type `regulation` (bibliography-formats.ts), without a number
 * in front: `责任者. 题名：卷次：文号[EB/OL]. （日期）[引用日期]. 地址.` What is not known is left out. The place in the notice stands where the standard has the part of a
 * work (卷次); with an address the full date is printed, without one its year; a date in brackets always whole.
 * @param reference of a notice or a clause
 * @param edition of the standard
 */
export function gbt7714(reference: Reference, edition: Edition = '2025'): string {
  const { author, title, part, number, issued, url, accessed } = reference;
  const { colon, beforeNumber, open, close, online, offline } = EDITIONS[edition];
  const parts = [part, number].filter((each) => each !== null).join(beforeNumber);
  const name = [title, parts].filter((each) => each !== null && each !== '').join(colon);
  const dates =
    url === null
      ? (yearOf(issued) ?? '')
      : (issued === null ? '' : open + issued + close) + (accessed === null ? '' : `[${accessed}]`);
  return [author, `${name}[${url === null ? offline : online}]`, dates, url]
    .filter((each) => each !== null)
    .filter((each) => each !== '')
    .map((each) => `${each.replace(/\.$/, '')}.`)
    .join(' ');
}

function yearOf(issued: string | null): string | null {
  return issued?.startsWith('[') ? issued : (issued?.slice(0, 4) ?? null);
}
