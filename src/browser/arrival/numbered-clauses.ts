import { parseAnchor } from '../../notation/anchor.ts';
import type { WrittenUnit } from '../../search/query/written-clause.ts';

/** A clause of a notice with its own number and those of the clauses around it, outermost first. */
export interface NumberedClause {
  id: string;
  chain: { scheme: string; ordinal: number }[];
}

/** The schemes that a word behind a number, or brackets around it, may stand for. */
const SCHEMES: Record<string, string[]> = {
  编: ['part'],
  部分: ['part', 'han'],
  章: ['chapter', 'decimal'],
  节: ['subchapter'],
  // People call 13. 第13条 too.
  条: ['article', 'arabic', 'decimal'],
  项: ['han-paren', 'arabic'],
  目: ['arabic-paren', 'arabic', 'circled'],
  '(': ['han-paren', 'arabic-paren'],
};

/**
 * The clauses that numbers name. Numbers of clauses around may be left out: （三）13, 13. Those named in full go before
 * others, those of the document itself before those of its letter and its annexes.
 *
 * @param units as written, outermost first
 * @param clauses of the notice
 * @returns ids; more than one when the numbers do not decide
 */
export function clausesOfNumbers(
  units: readonly WrittenUnit[],
  clauses: readonly NumberedClause[],
): string[] {
  if (units.length === 0) return [];
  const named = clauses.filter(({ chain }) => fits(units, chain));
  const whole = some(named, ({ chain }) => chain.length === units.length);
  return some(whole, ({ id }) => parseAnchor(id)?.body.kind === 'main').map(({ id }) => id);
}

/** Those that pass a test; all when none does. */
function some<Each>(all: Each[], is: (each: Each) => boolean): Each[] {
  const chosen = all.filter(is);
  return chosen.length > 0 ? chosen : all;
}

/** The last number is the clause's own; those before it come in order. */
function fits(units: readonly WrittenUnit[], chain: NumberedClause['chain']): boolean {
  let left = units.length;
  for (let at = chain.length - 1; at >= 0 && left > 0; at -= 1) {
    if (isNumberOf(units[left - 1], chain[at])) left -= 1;
    else if (left === units.length) return false;
  }
  return left === 0;
}

function isNumberOf(
  unit: WrittenUnit | undefined,
  own: NumberedClause['chain'][number] | undefined,
): boolean {
  if (!unit || unit.ordinal !== own?.ordinal) return false;
  return unit.kind === '' || SCHEMES[unit.kind]?.includes(own.scheme) === true;
}
