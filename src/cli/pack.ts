// npm run pack: the site as a zip to carry away, and an update of an older one.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inLanguage } from '../diagnostics/language.ts';
import { buildSite } from '../publish/build-site.ts';
import { withLock } from '../publish/file-lock.ts';
import { placesOf, projectFolder } from '../diagnostics/project.ts';
import { finishSwap, lockOf, tidy, stagingOf } from '../publish/staging.ts';
import { makePack } from '../release/make-pack.ts';
import { makeUpdate, type WholePack, wholePack } from '../release/update/make-update.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run pack -- [--since OLD.zip] [--dist DIR] [--out FILE] [--root DIR] [--key FILE]',
  does: {
    en: 'Makes a pack of the site for machines without a net; --since makes an update of an older one as well.',
    zh: '制作离线包；--since 另作更新包。',
  },
};

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
  log(
    inLanguage({
      en: `Pack: ${file}\n  ${files} files, ${bytes} bytes: ${notices} notices, ${clauses} clauses, ${works} works.\n  Digest ${manifest.digest}`,
      zh: `离线包：${file}\n  ${files} 个文件，${bytes} 字节：公文 ${notices} 件，条款 ${clauses} 条，文献 ${works} 种。\n  校验值 ${manifest.digest}`,
    }),
  );
  if (base !== undefined) await makeUpdateSince(base, file);
  log(
    nextStep({
      en: `unpack it into an empty folder and open index.html there; npm run verify -- ${file} checks it.`,
      zh: `解压到空文件夹，打开其中的网页；核对用 npm run verify -- ${file}`,
    }),
  );
  return 0;
}, usage);

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
    log(
      inLanguage({
        en: `No update: ${older.manifest.name} holds the same.`,
        zh: `没有更新：与 ${older.manifest.name} 内容相同。`,
      }),
    );
    return;
  }
  const { base, target, files, delete: gone } = made.update;
  log(
    inLanguage({
      en: `Update: ${made.file}\n  from ${base.name} to ${target.name}: ${files.length} files new or changed, ${gone.length} to delete.`,
      zh: `更新包：${made.file}\n  由 ${base.name} 到 ${target.name}：新增或改动 ${files.length} 个文件，删除 ${gone.length} 个。`,
    }),
  );
}

function ownVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
