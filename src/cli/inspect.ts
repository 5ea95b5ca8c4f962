/**
 * `npm run --silent inspect`: what the archive would make of any text file, without adding it. One JSON object a line, in the shape of
 * `api/notices/<id>.json`; for a file that cannot be read `{file, error}` and exit code 2.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { recordOf } from '../records/notice-record.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { archiveRoot } from '../archive/load.ts';
import { holdersOf, readLock } from '../permalinks/address-lock.ts';
import { neighboursOf } from '../archive/neighbours.ts';
import { pipeline } from '../archive/pipeline.ts';
import type { ArchiveContext } from '../archive/archive.ts';
import { readText } from '../archive/seeds.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run --silent inspect -- FILE…',
  does: {
    en: 'Shows what any texts would be read as, one JSON object a line, without adding them.',
    zh: '显示各文本会被读成什么，每行一个 JSON，不入库。',
  },
};

await run(() => Promise.resolve(inspectAll()), usage);

function inspectAll(): number {
  const { positionals: paths } = parseArgs({ allowPositionals: true });
  if (paths.length === 0) {
    throw new Failure('No file is named. 没有指定文件。', 'npm run --silent inspect -- FILE…');
  }
  const around = surroundings();
  const isRead = paths.map((path) => {
    const record = inspect(path, around);
    console.log(JSON.stringify(record));
    return !('error' in record);
  });
  console.error(nextStep({ en: 'npm run add -- FILE…', zh: 'npm run add -- 文件，入库' }));
  return isRead.includes(false) ? 2 : 0;
}

/** What the archive knows: a file cites its notices and works as it would once it is added. */
function surroundings(): ArchiveContext {
  const root = archiveRoot();
  const { lock } = readLock(root);
  const known = { holders: holdersOf(lock), works: readText(root, 'seeds/works.yaml') };
  return { ...known, neighbours: neighboursOf(root, known).map(({ citable }) => citable) };
}

function inspect(path: string, around: ArchiveContext): object {
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return unreadable(path, bytes);
  const { notices, files } = pipeline(
    [{ path, bytes, sidecar: readText(dirname(path), `${basename(path)}.yaml`) ?? undefined }],
    around,
  );
  const [finished] = notices;
  const error = files[0]?.messages.find((message) => message.fatal === true)?.reason;
  if (!finished || (files[0] && hasErrors(files[0]))) return unreadable(path, error ?? 'no text');
  return recordOf(finished);
}

function unreadable(file: string, error: string): object {
  return { file, error };
}

/** The bytes of a file, or why it has none. */
function readBytes(path: string): Uint8Array | string {
  try {
    // npm runs scripts in the project's folder; paths are meant from where the user stands
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path));
  } catch (error) {
    return `Cannot open this file: ${error instanceof Error ? error.message : String(error)}`;
  }
}
