import { anchorSpellings, isClauseAnchor, lastPart, parseAnchor } from '../../notation/anchor.ts';
import { cleanInput } from '../../notation/normalize/clean-input.ts';
import { anchorsFor, readUnits, type WrittenUnit } from '../../search/query/written-clause.ts';
import { clausesOfNumbers, type NumberedClause } from './numbered-clauses.ts';
import { nameLike, nearestAnchors } from './nearest-anchors.ts';
import { showWrongAnchor } from './wrong-anchor.ts';

/** Looks for the clause that a wrong fragment may mean; loaded by `resolve-fragment.ts`. */

declare global {
  interface Window {
    /**
     * Goes to the clause when only one is possible; else lists the nearest ones.
     * @param asked the fragment, decoded
     * @param sheet holds the text of the notice
     */
    wenhaoLookFor?: (asked: string, sheet: HTMLElement) => void;
  }
}

function findClause(asked: string, sheet: HTMLElement): void {
  const spellings = anchorSpellings(cleanInput(asked));
  // None of them is there: take the spelling with hyphens between the numbers.
  const wanted = spellings[spellings.length - 1] ?? '';
  const { units, rest } = readUnits(wanted);
  const named = clausesNamed(spellings, rest === '' ? units : []);
  if (named.length === 1) {
    // Replaced, so that Back does not return to the wrong address.
    location.replace(`#${named[0] ?? ''}`);
    return;
  }
  const parsed = parseAnchor(wanted);
  const isWritten = parsed !== null && isClauseAnchor(parsed);
  const anchor = isWritten ? wanted : (anchorsFor(units)[0] ?? '');
  const names = anchorNames();
  const fits = named.length > 1;
  const near = anchor === '' ? [] : nearestAnchors(anchor, [...names.keys()]);
  const city = document.querySelector<HTMLMetaElement>('meta[name="DC.coverage"]')?.content ?? '';
  showWrongAnchor(sheet, {
    name: (isWritten ? nameLike(wanted, names) : null) ?? asked,
    ids: fits ? named : near,
    fits,
    // The search understands a city with the numbers of a clause.
    query: anchor === '' ? asked : `${city} ${asked}`.trim(),
  });
}

/** The clause with one of these anchors, else those that the numbers fit. */
function clausesNamed(spellings: readonly string[], units: readonly WrittenUnit[]): string[] {
  const there = spellings.find((spelling) => document.getElementById(spelling));
  return there === undefined ? clausesOfNumbers(units, numberedClauses()) : [there];
}

/** The clauses of the notice, read off the page. */
function numberedClauses(): NumberedClause[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.clause[id]'), (clause) => {
    const chain: NumberedClause['chain'] = [];
    for (
      let unit: Element | null | undefined = clause;
      unit;
      unit = unit.parentElement?.closest('.clause')
    ) {
      const ordinal = ordinalOf(unit.id);
      chain.unshift({ scheme: unit.classList[1] ?? '', ordinal });
    }
    return { id: clause.id, chain };
  });
}

/** The last number of an anchor; NaN, which fits nothing, where it has none. */
function ordinalOf(id: string): number {
  const anchor = parseAnchor(id);
  return (anchor && lastPart(anchor.parts)?.number) ?? Number.NaN;
}

/** What clauses and paragraphs are called, by anchor. */
function anchorNames(): Map<string, string> {
  const places = Array.from(document.querySelectorAll<HTMLElement>('.clause[id], .paragraph[id]'));
  return new Map(
    places.map((place) => [
      place.id,
      place.querySelector<HTMLElement>(':scope > .link-sign')?.dataset['part'] ?? '',
    ]),
  );
}

window.wenhaoLookFor = findClause;
