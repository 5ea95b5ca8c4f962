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
  'fuzz',
  'generate',
  'inspect',
  'pack',
  'publish-addresses',
  'serve',
  'start',
  'verify',
];

const call = (command: string, ...args: string[]): Promise<[code: unknown, said: string]> =>
  new Promise((resolve) => {
    const script = join(project, 'src', 'cli', `${command}.ts`);
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve([error?.code ?? 0, stdout + stderr]);
    });
  });

test.concurrent.each(commands)('%s', async (command) => {
  expect(await call(command, '--help')).toEqual([
    0,
    expect.stringContaining(`npm run ${command} --`),
  ]);
  const [code, said] = await call(command, '--no-such-option');
  expect(code).toBe(2);
  expect(said).toContain(`npm run ${command} --`);
  expect(said).toContain('--no-such-option');
  expect(said).not.toMatch(/^\s+at /mu);
});

test.concurrent.each(['add', 'build', 'generate', 'publish-addresses'])(
  '%s of a folder that is no archive',
  async (command) => {
    const file = command === 'add' ? [join(project, 'README.md')] : [];
    const [code, said] = await call(command, ...file, '--root', join(project, 'no-such-folder'));
    expect(code).toBe(2);
    expect(said).toContain('这里没有档案库：缺少 seeds 文件夹。');
    expect(said).not.toMatch(/^\s+at /mu);
  },
);

test.concurrent('a file whose name begins with a hyphen', async () => {
  const [code, said] = await call('add', '-a.txt');
  expect([code, said]).toEqual([2, expect.stringContaining('文件名以“-”开头的，前面加 ./。')]);
  const [, other] = await call('add', '-x');
  expect(other).not.toContain('./');
});
