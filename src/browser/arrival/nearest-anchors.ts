import { hanNumeral } from '../../citation/han-numeral.ts';

/**
 * The anchors of a page that come nearest to one that is not there: the only one with that number further in (numbers
 * often run on through all parts: 二、13. is s2-3-13), the neighbours by number, the unit around.
 *
 * @param wanted `s2-3-99`
 * @param ids anchors of the page
 * @returns the likeliest first; empty when nothing is near
 */
export function nearestAnchors(wanted: string, ids: readonly string[]): string[] {
  const holder = longestPrefix(wanted, ids);
  const body = /^(?:letter|annex\d*|enc\d+)-/.exec(wanted)?.[0] ?? '';
  const under = holder === '' ? body : `${holder}-`;
  const inside = ids.filter((id) => id.startsWith(under));
  const asked = partOf(wanted.slice(under.length));
  const siblings = inside
    .map((id) => ({ id, ...partOf(id.slice(under.length)) }))
    .filter(({ rest, letters }) => rest === '' && letters === asked.letters);
  const further = inside.filter((id) => asked.rest === '' && id.endsWith(`-${asked.number}`));
  const only = further.length === 1 ? further : [];
  return [
    ...new Set([...only, ...neighbours(asked.number, siblings), holder].filter((id) => id !== '')),
  ];
}

/** An anchor that exists and begins a longer one, at a hyphen; empty if none. */
function longestPrefix(wanted: string, ids: readonly string[]): string {
  const parts = wanted.split('-');
  const prefixes = parts.map((_, at) => parts.slice(0, parts.length - 1 - at).join('-'));
  return prefixes.find((prefix) => ids.includes(prefix)) ?? '';
}

/** The first part of an anchor: `p9` has letters and a number. */
function partOf(text: string): { letters: string; number: number; rest: string } {
  const [all = '', letters = '', number = ''] = /^([a-z]*)([\d.]*)/.exec(text) ?? [];
  return { letters, number: Number.parseFloat(number), rest: text.slice(all.length) };
}

/** The last one before a number and the first one behind it, the nearer one first. */
function neighbours(wanted: number, siblings: readonly { id: string; number: number }[]): string[] {
  const sorted = [...siblings].sort((one, other) => one.number - other.number);
  const before = sorted.filter(({ number }) => number <= wanted).slice(-1);
  const behind = sorted.filter(({ number }) => number > wanted).slice(0, 1);
  return [...before, ...behind]
    .sort((one, other) => Math.abs(one.number - wanted) - Math.abs(other.number - wanted))
    .map(({ id }) => id);
}

/**
 * What people would call a clause that is not there, after one that is.
 *
 * @param wanted its anchor: `s9-4`
 * @param names what the clauses that are there are called, by anchor: `s1-1`: 第一部分第（一）项
 * @returns 第九部分第（四）项; null when there is nothing like it
 */
export function nameLike(wanted: string, names: ReadonlyMap<string, string>): string | null {
  const shape = (id: string) => id.replace(/\d+/g, '#');
  const ordinals = (wanted.match(/\d+/g) ?? []).map(Number);
  const numeral = /[一二三四五六七八九十百]+|\d+/g;
  for (const [id, name] of names) {
    if (shape(id) !== shape(wanted) || name.match(numeral)?.length !== ordinals.length) continue;
    let at = 0;
    return name.replace(numeral, (old) => numeralLike(old, ordinals[at++] ?? 0));
  }
  return null;
}

/** A number in the notation of another; Chinese numerals end at 99 here. */
function numeralLike(model: string, value: number): string {
  return /\d/.test(model) || value < 1 || value > 99 ? String(value) : hanNumeral(value);
}
