/** How commands say how they are called, what was wrong with a call, and what to do next. */
import { type Bilingual, inLanguage } from '../diagnostics/language.ts';

/** How a command is called; each has its own beside its options. */
export interface Usage {
  /** The line to type: `npm run serve -- [--port N]`. */
  call: string;
  /** What it does: a sentence. */
  does: Bilingual;
}

/** The line to type, and below it what it does. */
export function usageText({ call, does }: Usage): string {
  return `${inLanguage({ en: 'Usage: ', zh: '用法：' })}${call}\n  ${inLanguage(does)}`;
}

/** The last line of a command: what to do next. */
export function nextStep(step: Bilingual): string {
  return `${inLanguage({ en: 'Next: ', zh: '下一步：' })}${inLanguage(step)}`;
}

/** Options that have another name now. */
const RENAMED: Readonly<Record<string, string>> = { '--frail': '--strict' };

/** What `parseArgs` may find wrong (nodejs.org/api/errors.html), in Chinese. */
const WRONG: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个选项',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '选项的值有误',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '多余的参数',
};

/**
 * What was wrong with a call, where `parseArgs` threw.
 * @param error anything thrown
 * @param words of the command line
 * @returns null for every other error
 */
export function wrongCall(error: unknown, words: readonly string[]): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const wrong = String(error.code);
  if (!wrong.startsWith('ERR_PARSE_ARGS')) return null;
  const name = /'(.*?)'/su.exec(error.message)?.[1] ?? '';
  const now = RENAMED[name];
  if (now !== undefined) return inLanguage({ en: `${name} is now ${now}.`, zh: `${name} 已改为 ${now}。` }); // prettier-ignore
  const hint = words.some((word) => /^-[^-].*\./s.test(word))
    ? '\nThe name of a file that begins with “-” is written ./-name. 文件名以“-”开头的，前面加 ./。'
    : '';
  // Node's own advice behind the first sentence is for programmers
  const en = `${error.message.replace(/\. .*/s, '')}.`;
  return inLanguage({ en, zh: `${WRONG[wrong] ?? '参数有误'}：${name}` }) + inLanguage(hint);
}
