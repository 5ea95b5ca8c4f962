import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputFolder } from '../../src/publish/output-folder.ts';
import { runCommand } from '../support/command.ts';
import { withFolder } from '../support/folders.ts';
import { project } from '../support/places.ts';

const archive = { 'archive/seeds/a.txt': '一、甲。', 'archive/content/a.mdx': '一、甲。' };
const thesis = { 'mine/thesis.txt': 'ten years' };
/** What every site has, as far as it tells a site from other folders. */
const site = {
  'site/index.html': '',
  'site/api/notices.json': '[]',
  'site/search/manifest.js': '',
};

const asked = (folder: string, out: string) =>
  outputFolder({ root: join(folder, 'archive'), out: join(folder, out) });

test('an empty folder, one that does not exist yet, and a site are places for a site', () =>
  withFolder({ ...archive, ...site }, async (folder) => {
    await mkdir(join(folder, 'empty'));
    for (const out of ['empty', 'new/deep', 'site']) {
      expect(await asked(folder, out)).toBe(join(folder, out));
    }
    await symlink(join(folder, 'site'), join(folder, 'link'));
    expect(await asked(folder, 'link'), 'through a link').toBe(join(folder, 'site'));
  }));

test.each([
  ['..', /holds the project or the seeds/u],
  ['.', /holds the project or the seeds/u],
  ['archive', /holds the project or the seeds/u],
  ['archive/seeds', /a build reads/u],
  ['archive/seeds/new', /a build reads/u],
  ['archive/content/new', /a build reads/u],
  ['mine', /no site made by a build/u],
  ['mine/thesis.txt', /it is a file/u],
])('%s is no place for a site', (out, why) =>
  withFolder({ ...archive, ...thesis }, async (folder) => {
    await expect(asked(folder, out)).rejects.toThrow(why);
    expect(await readFile(join(folder, 'mine/thesis.txt'), 'utf8')).toBe('ten years');
  }),
);

test.each([
  ['/', /holds the project or the seeds/u],
  [project, /holds the project or the seeds/u],
  [join(project, 'public', 'new'), /a build reads/u],
  [join(project, 'node_modules', 'new'), /a build reads/u],
])('%s is no place for a site', (out, why) =>
  withFolder(archive, (folder) =>
    expect(outputFolder({ root: join(folder, 'archive'), out })).rejects.toThrow(why),
  ),
);

describe('where what a build reads is a link', () => {
  test.each(['seeds', 'content'])('%s lead to a folder that is no place for a site', (name) =>
    withFolder({ 'elsewhere/a.txt': '一、甲。', 'archive/x': '' }, async (folder) => {
      await symlink(join(folder, 'elsewhere'), join(folder, 'archive', name), 'dir');
      for (const out of ['elsewhere', 'elsewhere/new', `archive/${name}/new`]) {
        await expect(asked(folder, out), out).rejects.toThrow(/a build reads/u);
      }
    }),
  );
});

test.each(['.git', 'web.config', 'photos'])('a site with %s in it is not replaced', (name) =>
  withFolder({ ...archive, ...site }, async (folder) => {
    await mkdir(join(folder, 'site', name));
    await expect(asked(folder, 'site')).rejects.toThrow(name);
    await rm(join(folder, 'site', name), { recursive: true });
    expect(await asked(folder, 'site')).toBe(join(folder, 'site'));
  }),
);

test('the command refuses before it does anything', () =>
  withFolder({ ...archive, ...thesis }, async (folder) => {
    const out = join(folder, 'mine');
    const { status, said } = runCommand('build', join(folder, 'archive'), ['--out', out]);
    expect(status).toBe(2);
    expect(said).toContain('Nothing was changed.');
    expect(said).not.toMatch(/^\s+at /mu);
    expect(await readFile(join(out, 'thesis.txt'), 'utf8')).toBe('ten years');
  }));
