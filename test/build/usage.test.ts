/** How commands are called: `--help` says it, and so does a slip of the pen. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/places.ts';

const commands = [
  'add',
  'apply-update',
  'build',
  'corpus',
  'describe',
  'dev',
  'fuzz',
  'generate',
  'inspect',
  'pack',
  'publish-addresses',
  'serve',
  'start',
  'verify',
];

/** The beginning of the line to type. */
const callOf = (command: string): string =>
  `npm run ${command === 'inspect' ? '--silent ' : ''}${command} --`;

/** Where the tools of those who change the code are. */
const scripts: Readonly<Record<string, string>> = {
  corpus: 'test/accuracy/corpus.ts',
  fuzz: 'test/fuzz/fuzz.ts',
};

const callIn = (
  language: string,
  command: string,
  ...args: string[]
): Promise<[code: unknown, said: string]> =>
  new Promise((resolve) => {
    const script = scripts[command] ?? join('src', 'cli', `${command}.ts`);
    const env = { ...process.env, LANG: language };
    execFile(
      process.execPath,
      [join(project, script), ...args],
      { env },
      (error, stdout, stderr) => {
        resolve([error?.code ?? 0, stdout + stderr]);
      },
    );
  });

const call = (command: string, ...args: string[]) => callIn('en_US.UTF-8', command, ...args);
const callChinese = (command: string, ...args: string[]) => callIn('zh_CN.UTF-8', command, ...args);

test.concurrent.each(commands)('%s', async (command) => {
  expect(await call(command, '--help')).toEqual([0, expect.stringContaining(callOf(command))]);
  const [code, said] = await call(command, '--no-such-option');
  expect(code).toBe(2);
  expect(said).toContain(callOf(command));
  expect(said).toContain('--no-such-option');
  expect(said).not.toMatch(/^\s+at /mu);
});

test.concurrent.each(['add', 'build', 'generate', 'publish-addresses'])(
  '%s of a folder that is no archive',
  async (command) => {
    const file = command === 'add' ? [join(project, 'README.md')] : [];
    const [code, said] = await callChinese(
      command,
      ...file,
      '--root',
      join(project, 'no-such-folder'),
    );
    expect(code).toBe(2);
    expect(said).toContain('这里没有档案库：缺少 seeds 文件夹。');
    expect(said).not.toMatch(/^\s+at /mu);
  },
);

test.concurrent('a file whose name begins with a hyphen', async () => {
  const [code, said] = await callChinese('add', '-a.txt');
  expect([code, said]).toEqual([2, expect.stringContaining('文件名以“-”开头的，前面加 ./。')]);
  const [, other] = await call('add', '-x');
  expect(other).not.toContain('./');
});

test.concurrent.each(['add', 'build', 'generate'])('%s called the old way', async (command) => {
  const file = command === 'add' ? ['README.md'] : [];
  const [code, said] = await call(command, '--frail', ...file);
  expect([code, said]).toEqual([2, expect.stringContaining('--frail is now --strict.')]);
  expect(said).not.toMatch(/\p{Script=Han}/u);
  const [, chinese] = await callChinese(command, '--frail', ...file);
  expect(chinese).toContain('--frail 已改为 --strict。');
});

test.concurrent.each(commands)('%s explains itself in Chinese alone', async (command) => {
  const [, said] = await callChinese(command, '--help');
  expect(said).toMatch(/^用法：npm run .*\n {2}[^\n]*\p{Script=Han}[^\n]*。\n$/u);
  expect((await call(command, '--help'))[1]).not.toMatch(/\p{Script=Han}/u);
});
