import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { ROOMS } from '../../rooms.mjs';
import { withFolder } from '../support/folders.ts';
import { project } from '../support/places.ts';

const eslint = new ESLint({
  cwd: project,
  ruleFilter: ({ ruleId }) => ruleId.startsWith('import-x/'),
});

/** What the linter says of a file of `src/` if it held this text. */
async function complaints(path: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(project, 'src', path) });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

/** What the check of circles says of these modules. */
function circles(modules: Record<string, string>): Promise<string> {
  return withFolder(modules, (folder) => {
    const oxlint = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const config = join(project, '.oxlintrc.json');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--config', config, '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return Promise.resolve(stdout);
  });
}

describe('the direction of imports', () => {
  test('every folder of src/ is a room', () => {
    const folders = readdirSync(join(project, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !ROOMS.includes(name))).toEqual([]);
  });

  test.each([
    ['of a value', 'model/tree.ts', "import { run } from '../cli/run.ts';"],
    ['of a type', 'model/tree.ts', "import type { Order } from '../cli/add/add-file.ts';"],
    ['of what is passed on', 'model/tree.ts', "export { run } from '../cli/run.ts';"],
    ['when it is needed', 'model/tree.ts', "await import('../cli/run.ts');"],
    ['from deep in a room', 'intake/pdf/pdf.ts', "import { run } from '../../cli/run.ts';"],
    ['in a page', 'pages/search.astro', "---\nimport { run } from '../cli/run.ts';\n---\n<p />"],
    ['of a type in a page', 'pages/search.astro', "---\nimport type { X } from '../cli/run.ts';\n---\n"], // prettier-ignore
    ['of a script', 'layouts/policy.ts', "import text from '../pages/boot.ts?classic';"],
    ['of the tests', 'cli/run.ts', "import { project } from '../../test/support/places.ts';"],
  ])('an import %s against the list is refused', async (_, path, text) => {
    expect(await complaints(path, text)).toEqual([expect.stringContaining('restricted zone')]);
  });

  test.each([
    ['model/tree.ts', "import { readDate } from '../notation/dates.ts';"],
    ['browser/arrival/boot.ts', "import { truncate } from '../search/truncate.ts';"],
    ['cli/run.ts', "import { Failure } from '../diagnostics/failure.ts';"],
    ['pages/search.astro', "---\nimport Page from '../layouts/Page.astro';\n---\n"],
  ])('an import along the list is not: %s', async (path, text) => {
    expect(await complaints(path, text)).toEqual([]);
  });

  test.each([
    ['browser/arrival/boot.ts', "import { exit } from 'node:process';"],
    ['search/query/query.ts', "import { join } from 'node:path';"],
    ['citation/reference.ts', "import { join } from 'path';"],
  ])('what runs in browsers imports nothing of Node: %s', async (path, text) => {
    expect(await complaints(path, text)).toEqual([expect.stringContaining('builtin')]);
  });

  test('what runs in browsers imports nothing of the build', async () => {
    const text = "import type { Archive } from '../../archive/archive.ts';";
    expect(await complaints('browser/arrival/boot.ts', text)).toHaveLength(1);
    expect(await complaints('search/query/query.ts', text)).toHaveLength(1);
  });
});

describe('imports in a circle', () => {
  test.each([
    ['of values', { 'a.ts': "import { b } from './b.ts';\nexport const a = b;", 'b.ts': "import { a } from './a.ts';\nexport const b = a;" }],
    ['of types', { 'a.ts': "import type { B } from './b.ts';\nexport type A = B[];", 'b.ts': "import type { A } from './a.ts';\nexport type B = A[];" }],
    ['of components', { 'A.astro': "---\nimport B from './B.astro';\n---\n<B />", 'B.astro': "---\nimport A from './A.astro';\n---\n<A />" }],
    ['of three', { 'a.ts': "import './b.ts';", 'b.ts': "import type { C } from './c.ts';\nexport type B = C;", 'c.ts': "export * from './a.ts';\nexport type C = 1;" }],
  ])('%s are refused', async (_, modules) => {
    expect(await circles(modules)).toContain('Dependency cycle detected');
  }); // prettier-ignore

  test('modules that import in one direction are not', async () => {
    const modules = { 'a.ts': "import type { B } from './b.ts';\nexport type A = B;", 'b.ts': 'export type B = 1;' }; // prettier-ignore
    expect(await circles(modules)).toContain('Found 0 warnings and 0 errors');
  });
});
