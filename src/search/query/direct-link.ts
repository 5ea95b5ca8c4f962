/** Documents and clauses that a query names by number: notices and works (`豫发2022 31`), clauses (`济源 二（三）13`). */
import { cleanInput } from '../../notation/normalize/clean-input.ts';
import type { NumberedNotice } from './search-data.ts';
import { anchorsOfUnits } from './written-clause.ts';
import { isNumber, readNumber } from './written-number.ts';

/** A clause somebody names: where to look, and the anchors that its numbers may mean. */
export interface WrittenClause {
  notices: NumberedNotice[];
  anchors: string[];
}

/** What can be named by number. */
interface Numbered {
  id: string;
  number: string | null;
}

/** Longer queries name no clause. */
const LONGEST = 60;

/**
 * The clause a query names: a city (with a year if need be), an id or a number, then the numbers of the clause.
 *
 * @param query as typed
 * @param notices of the archive
 */
export function readClause(
  query: string,
  notices: readonly NumberedNotice[],
): WrittenClause | null {
  const text = cleanInput(query);
  if (text.length > LONGEST) return null;
  // The longest name with something behind it: in `济源 2023 二（三）13` 2023 is a year, not a clause.
  for (let cut = text.length - 1; cut > 0; cut -= 1) {
    // 171 is not clause 1 of number 17.
    if (/^\d\d$/.test(text.slice(cut - 1, cut + 1))) continue;
    const anchors = anchorsOfUnits(text.slice(cut).trim());
    const named = anchors.length > 0 ? noticesNamed(text.slice(0, cut).trim(), notices) : [];
    if (named.length > 0) return { notices: named, anchors };
  }
  return null;
}

/** Whether a query may be a number or name a clause: only then is it worth loading the numbers of all notices. */
export function isDirect(query: string): boolean {
  const text = cleanInput(query);
  if (text.length > LONGEST) return false;
  if (readNumber(text) !== null || isId(text)) return true;
  return Array.from(text, (_, cut) => cut).some(
    (cut) =>
      /^[\p{Script=Han}a-z]{2,}/u.test(text.slice(0, cut)) &&
      anchorsOfUnits(text.slice(cut).trim()).length > 0,
  );
}

/** Whether a query may be the id of a notice or a work, or begin with one. */
export function isId(query: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+/.test(cleanInput(query));
}

/** The notices or works whose id or number a query is. */
export function numbered<Document extends Numbered>(
  query: string,
  documents: readonly Document[],
): Document[] {
  const id = cleanInput(query);
  const written = readNumber(query);
  return documents.filter(
    (document) => document.id === id || (written !== null && isNumber(document.number, written)),
  );
}

/** The notices a name fits: an id, a number, a city with or without a year. */
function noticesNamed(name: string, notices: readonly NumberedNotice[]): NumberedNotice[] {
  const place = /^(\p{Script=Han}{2,6}?)市?\s*(\d{4})?年?$/u.exec(name);
  const exact = new Set(numbered(name, notices));
  return notices.filter(
    (notice) =>
      exact.has(notice) ||
      (place !== null &&
        notice.city === place[1] &&
        (!place[2] || Number(place[2]) === notice.year)),
  );
}
