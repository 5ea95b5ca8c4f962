/** Redirects from former addresses of notices and clauses. Made in `permalinks/redirects.ts`. */

/** A clause, by notice and anchor. */
export interface ClauseName {
  notice: string;
  clause: string;
}

/** A redirect; `to` null: withdrawn, or unknown, as `why` says. */
export interface Redirect<Name> {
  to: Name | null;
  /** For the message about it: “moved to jgsj-2023-17 (文号原误识)”. */
  why: string;
}

export interface Redirects {
  /**
   * @param id of a notice that is not in the archive
   * @returns null when there is no record of it
   */
  notice: (id: string) => Redirect<string> | null;
  /**
   * @param name as written somewhere, maybe before the address came to mean another text
   * @param terms words that stand in the clause that is meant
   * @returns null when the name is right as it is, or when there is no record of it
   */
  clause: (name: ClauseName, terms: readonly string[]) => Redirect<ClauseName> | null;
}

/** No redirects. */
export const NO_REDIRECTS: Redirects = { notice: () => null, clause: () => null };
