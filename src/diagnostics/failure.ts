/** A failure that can be foreseen: the user is told what to do and sees no stack trace. */
export class Failure extends Error {
  override name = 'Failure';

  /**
   * @param what what happened, where, and what was expected: a sentence
   * @param todo what the user can do about it: a sentence
   */
  constructor(what: string, todo: string, options?: ErrorOptions) {
    super(`${what}\n  What to do: ${todo}`, options);
  }
}

/** The message of anything that was thrown, in one piece. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system error (`ENOENT`, `EADDRINUSE`); undefined for every other thing thrown. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
