/** `npm run generate` as a user types it: what it says, what it writes, its exit codes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { project } from '../support/places.ts';

const root = mkdtempSync(join(tmpdir(), 'wenhao-generate-'));
mkdirSync(join(root, 'seeds'));
const seed = join(root, 'seeds', 'x.txt');
const text =
  '云州市知识产权局关于做好工作的通知\n云知〔2024〕1号\n\n一、甲。\n\n三、100%::乙，丙。\n';
writeFileSync(seed, text);
afterAll(() => {
  rmSync(root, { recursive: true });
});

function run(command: string, args: string[] = [], env: Record<string, string> = {}) {
  const script = join(project, 'src', 'cli', `${command}.ts`);
  const { CI: _, ...rest } = process.env;
  return spawnSync(process.execPath, [script, '--root', root, ...args], {
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
}

test('messages go to the screen, and all of them into content/messages.json', () => {
  expect(run('publish-addresses').status).toBe(0);
  const done = run('generate');
  expect(done.status, done.stderr).toBe(0);
  expect(done.stdout).toBe('');
  expect(done.stderr).toContain('      6 │ 三、100%::乙，丙。\n        │ ^\n');
  expect(done.stderr).toContain('0 errors, 1 warnings, 1 notes.');
  const messages = JSON.parse(readFileSync(join(root, 'content', 'messages.json'), 'utf8')) as object[]; // prettier-ignore
  expect(messages).toMatchObject([
    { notice: 'yz-2024-1', ruleId: 'date', severity: 'info' },
    { notice: 'yz-2024-1', file: 'seeds/x.txt', line: 6, column: 1, ruleId: 'ordinal-sequence' },
  ]);
  expect(run('generate', ['--check']).status).toBe(0);
});

test('warnings count when strict', () => {
  expect(run('generate', ['--strict']).status).toBe(1);
  expect(run('generate', ['--check', '--strict']).status).toBe(1);
});

test('where CI is set they stand beside the lines of the change as well', () => {
  const { stdout, status } = run('generate', ['--check'], { CI: 'true' });
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^::notice file=seeds\/x\.txt,line=1,col=1,title=未找到成文日期 date::/),
    expect.stringMatching(/^::warning file=seeds\/x\.txt,line=6,col=1,title=序号不连续 ordinal-sequence::三、 is/),
  ]); // prettier-ignore
});

test('an error is told, and nothing is written', () => {
  writeFileSync(join(root, 'seeds', 'y.txt'), text);
  const { status, stdout, stderr } = run('generate', [], { CI: '1' });
  rmSync(join(root, 'seeds', 'y.txt'));
  expect(status).toBe(2);
  expect(stdout).toContain(
    '::error file=seeds/y.txt,line=2,col=1,title=两份公文编号相同 unique-id::',
  );
  expect(stderr).toMatch(/1 errors,[\s\S]*Nothing was written[\s\S]*What to do/);
  expect(run('generate', ['--check']).status).toBe(0);
});
