import { inLanguage, type Language, languageOf } from './language.ts';

/** How advice begins. */
const ADVICE = { en: 'What to do: ', zh: '处理办法：' };

/** A failure that can be foreseen: the user is told what to do and sees no stack trace. */
export class Failure extends Error {
  override name = 'Failure';
  readonly what: string;
  readonly todo: string;

  /**
   * @param what what happened, where, and what was expected: a sentence, in Chinese behind English
   * @param todo what the user can do about it: a sentence likewise
   */
  constructor(what: string, todo: string, options?: ErrorOptions) {
    super(`${what}\n  ${ADVICE.en}${todo}`, options);
    this.what = what;
    this.todo = todo;
  }

  /** What a terminal shows of it. */
  textIn(language: Language = languageOf()): string {
    return `${inLanguage(this.what, language)}\n  ${ADVICE[language]}${inLanguage(this.todo, language)}`;
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
