// npm run pack [-- --out FILE] [--dist DIR] [--root DIR] [--since OLD.zip] [--key FILE]
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build-site.ts';
import { withLock } from '../publish/file-lock.ts';
import { placesOf, projectFolder } from '../diagnostics/project.ts';
import { finishSwap, lockOf, tidy, stagingOf } from '../publish/staging.ts';
import { makePack } from '../release/make-pack.ts';
import { makeUpdate, type WholePack, wholePack } from '../release/update/make-update.ts';
import { run } from './run.ts';

const log = (sentence: string) => {
  console.log(sentence);
};

await run(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      dist: { type: 'string' },
      root: { type: 'string' },
      since: { type: 'string' },
      key: { type: 'string' },
    },
  });
  // First of all: an old pack that cannot be used is known before anything is written.
  const base = values.since === undefined ? undefined : await wholePack(resolve(values.since));
  const dist =
    values.dist === undefined ? await build(values.root) : await built(resolve(values.dist));
  const to = values.out === undefined ? { folder: projectFolder } : { file: resolve(values.out) };
  const { file, manifest } = await makePack({ dist, version: ownVersion(), to, key: values.key });
  const { files, bytes, notices, clauses, works } = manifest.counts;
  log(`Pack: ${file}`);
  log(`  ${files} files, ${bytes} bytes: ${notices} notices, ${clauses} clauses, ${works} works.`);
  log(`  Digest ${manifest.digest}`);
  if (base !== undefined) await makeUpdateSince(base, file);
  return 0;
});

async function build(root: string | undefined): Promise<string> {
  const places = placesOf({ root });
  await buildSite({ ...places, strict: false, log });
  return places.out;
}

/** A site that a killed build left between two places is put where it belongs. */
async function built(dist: string): Promise<string> {
  const place = stagingOf(dist);
  await withLock(lockOf(place), () => finishSwap(place), log);
  await tidy(place);
  return dist;
}

async function makeUpdateSince(older: WholePack, newer: string): Promise<void> {
  const made = await makeUpdate(older, newer, dirname(newer));
  if (made === undefined) {
    log(`No update: ${older.manifest.name} holds the same.`);
    return;
  }
  const { base, target, files, delete: gone } = made.update;
  log(`Update: ${made.file}`);
  log(
    `  from ${base.name} to ${target.name}: ${files.length} files new or changed, ${gone.length} to delete.`,
  );
}

function ownVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
