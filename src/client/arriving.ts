import { plain } from '../search/plain.ts';
import { anchorsFor, isAnchor, readUnits } from '../search/written-clause.ts';
import { clausesNamed, type NumberedClause } from './clauses-named.ts';
import { nameLike, nearestAnchors } from './nearest-anchors.ts';
import { clearWrongAnchor, showWrongAnchor } from './wrong-anchor.ts';

/**
 * The fragment of the address: a right one is brought into view, also out of a closed list; a clause written as people
 * write it (`#二（三）13`, `#S2-3`) is found; of a wrong one the page says what comes nearest.
 */

const text = document.querySelector<HTMLElement>('[data-notice-text]');
const sheet = text?.parentElement;
/** What a long fragment is cut to: it is none of ours. */
const longest = 200;

/** The fragment without its sign, decoded as far as it can be. */
function fragment(): string {
  const raw = location.hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function arrive(): void {
  const asked = fragment();
  const target = document.getElementById(asked) ?? document.getElementById(location.hash.slice(1));
  if (target || asked === '' || asked.toLowerCase() === 'top') {
    clearWrongAnchor();
    if (target) reveal(target);
  } else if (sheet) {
    lookFor(asked.slice(0, longest), sheet);
  }
}

/** Chromium 90 does not open a closed list for what is in it. */
function reveal(target: HTMLElement): void {
  let closed = target.closest('details:not([open])');
  if (!closed) return;
  for (; closed; closed = closed.parentElement?.closest('details:not([open])') ?? null) {
    closed.setAttribute('open', '');
  }
  target.scrollIntoView();
}

function lookFor(asked: string, sheet: HTMLElement): void {
  const wanted = plain(asked);
  const { units, rest } = readUnits(wanted);
  const named = document.getElementById(wanted)
    ? [wanted]
    : rest === ''
      ? clausesNamed(units, numberedClauses())
      : [];
  if (named.length === 1) {
    // Replaced, so that the way back does not lead here again.
    location.replace(`#${named[0] ?? ''}`);
    return;
  }
  const anchor = isAnchor(wanted) ? wanted : (anchorsFor(units)[0] ?? '');
  const names = anchorNames();
  const fits = named.length > 1;
  const near = anchor === '' ? [] : nearestAnchors(anchor, [...names.keys()]);
  const city = document.querySelector<HTMLMetaElement>('meta[name="DC.coverage"]')?.content ?? '';
  showWrongAnchor(sheet, {
    name: (isAnchor(wanted) ? nameLike(wanted, names) : null) ?? asked,
    ids: fits ? named : near,
    fits,
    // The search understands a city with the numbers of a clause.
    query: anchor === '' ? asked : `${city} ${asked}`.trim(),
  });
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
      const ordinal = Number(/(\d+)(?:\.\d+)*$/.exec(unit.id)?.[1]);
      chain.unshift({ scheme: unit.classList[1] ?? '', ordinal });
    }
    return { id: clause.id, chain };
  });
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

if (sheet) {
  // The contents list of the notice has no address of its own in the file.
  document.querySelector('[data-contents]')?.setAttribute('id', 'contents');
  arrive();
  window.addEventListener('hashchange', arrive);
}
