import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../support/places.ts';

describe('a build with a setting that cannot be meant', () => {
  test.each([
    [{ SITE: 'foo' }, 'SITE is “foo”', 'SITE=https://ip.example.cn/wenhao/'],
    [{ SITE: 'https://a:b@ex.cn/' }, 'SITE holds a name', 'SITE=https://ex.cn/'],
    [{ SITE_ID_CODE: 'x' }, 'SITE_ID_CODE is “x”', 'SITE_ID_CODE=4100000001'],
    [{ REPORT_TO: 'x' }, 'REPORT_TO is “x”', 'REPORT_TO=archive@example.cn'],
  ])('%j ends at once and says what to write', (settings, what, instead) => {
    const out = join(project, '.cache', 'never-made');
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(project, 'src', 'cli', 'build.ts'), '--out', out],
      { encoding: 'utf8', env: { ...process.env, ...settings } },
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(what);
    expect(/What to do: (.*)$/mu.exec(stderr)?.[1]).toContain(instead);
    expect(stderr.match(/What to do/gu)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(existsSync(out)).toBe(false);
  });
});
