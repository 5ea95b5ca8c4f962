/** Which files of `seeds/` are notices, and which sidecars stand alone. */
import { expect, test } from 'vitest';
import { readOrphanSidecars, readSeeds } from '../../src/archive/seeds.ts';
import { withFolder } from '../support/folders.ts';

const names = {
  'seeds/README.md': '# seeds',
  'seeds/a.txt': '一、甲。',
  'seeds/a.txt.yaml': 'id: a',
  'seeds/b.MD': '一、乙。',
  'seeds/readme.txt': '一、丙。',
  'seeds/schemas/c.txt': 'of a folder',
  'seeds/works.yaml': 'works: []',
};

test('every .txt and .md is a notice, but not the README.md of the folder', () =>
  withFolder(names, (root) => {
    const seeds = readSeeds(root).map(({ path, sidecar }) => [path, String(sidecar ?? '')]);
    expect(seeds).toEqual([
      ['seeds/a.txt', 'id: a'],
      ['seeds/b.MD', ''],
      ['seeds/readme.txt', ''],
    ]);
    return Promise.resolve();
  }));

test('a sidecar of README.md belongs to no notice', () =>
  withFolder({ ...names, 'seeds/README.md.yaml': 'id: x' }, (root) => {
    expect(readOrphanSidecars(root).map(({ path }) => path)).toEqual(['seeds/README.md.yaml']);
    return Promise.resolve();
  }));
