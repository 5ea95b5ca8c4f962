/** What became of notices and clauses that other files still name by a former address. Found in `pipeline/heirs.ts`. */

/** A clause, by notice and anchor. */
export interface ClauseName {
  notice: string;
  clause: string;
}

/** What became of it; `to` null: withdrawn, or, as `why` says, nobody can tell. */
export interface Redirect<Name> {
  to: Name | null;
  /** For the message about it: “moved to jgsj-2023-17 (文号原误识)”. */
  why: string;
}

export interface Redirects {
  /**
   * @param id of a notice that is not in the archive
   * @returns null when nobody recorded what became of it
   */
  notice: (id: string) => Redirect<string> | null;
  /**
   * @param name as written somewhere, maybe before the address came to mean another text
   * @param terms words that stand in the clause that is meant
   * @returns null when the name is right as it is, or when nobody recorded what became of it
   */
  clause: (name: ClauseName, terms: readonly string[]) => Redirect<ClauseName> | null;
}

/** Of an archive in which nothing ever moved. */
export const NO_REDIRECTS: Redirects = { notice: () => null, clause: () => null };
