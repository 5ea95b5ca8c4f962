/** The language in which a command speaks. Files hold both: Chinese as officials write it, and English. */

export type Language = 'zh' | 'en';

/** A sentence in both languages of the archive. */
export interface Bilingual {
  en: string;
  zh: string;
}

/**
 * The language of whoever sits at the terminal: the first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG` (POSIX, “Locale”: an
 * empty one counts as not set), else that of the system, as on Windows.
 * @param env variables of the process
 */
export function languageOf(env: NodeJS.ProcessEnv = process.env): Language {
  const locale =
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ??
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh(?![a-z])/iu.test(locale) ? 'zh' : 'en';
}

/**
 * The two languages of the reason of a message, which ends in a Chinese sentence: `No title found. 未找到标题。`
 * @param reason of a message
 * @returns without the Chinese sentence all of it twice
 */
export function languagesOf(reason: string): Bilingual {
  const at = reason.lastIndexOf('. ');
  const zh = reason.slice(at + 2);
  return at > 0 && zh.endsWith('。')
    ? { en: reason.slice(0, at + 1), zh }
    : { en: reason, zh: reason };
}

/**
 * What a terminal shows of a text.
 * @param text in both languages, or lines that may each end in a Chinese sentence
 * @param language of the user
 * @returns one language; lines that there are in one language only as they are
 */
export function inLanguage(text: Bilingual | string, language: Language = languageOf()): string {
  if (typeof text !== 'string') return text[language];
  return text
    .split('\n')
    .map((line) => languagesOf(line)[language])
    .join('\n');
}
