/** What a value should be, in both languages, as schemas hand it to `schemaMessage` in Zod's one string. */

/** A phrase in both languages. */
export interface ExpectedValue {
  en: string;
  zh: string;
}

const SEAM = '\n';

/**
 * The message of a check.
 * @param en follows “should be”, or is a sentence of its own without its full stop where the check is a `refine`
 * @param zh the same
 */
export function expectedValue(en: string, zh: string): string {
  return `${en}${SEAM}${zh}`;
}

/**
 * A message taken apart.
 * @param message from `expected`, or of Zod's own, which is English
 */
export function expectedIn(message: string): ExpectedValue {
  const [en = '', zh = '内容不符'] = message.split(SEAM);
  return { en, zh };
}
