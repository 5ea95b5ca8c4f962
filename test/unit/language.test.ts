/** In which language a command speaks. */
import { expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.ts';
import { inLanguage, languageOf } from '../../src/diagnostics/language.ts';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'zha_CN' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en_US' }, 'zh'],
] as const)('%o is %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test('where nothing is set the system says it', () => {
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  expect(languageOf({})).toBe(locale.startsWith('zh') ? 'zh' : 'en');
});

test('each line is parted; what there is in one language only stays', () => {
  const text = 'No file. 没有文件。\n✖ a.txt';
  expect(inLanguage(text, 'zh')).toBe('没有文件。\n✖ a.txt');
  expect(inLanguage(text, 'en')).toBe('No file.\n✖ a.txt');
});

test('a failure speaks one language', () => {
  const failure = new Failure('No file. 没有文件。', 'name one. 请指定文件。');
  expect(failure.textIn('zh')).toBe('没有文件。\n  处理办法：请指定文件。');
  expect(failure.textIn('en')).toBe('No file.\n  What to do: name one.');
});
