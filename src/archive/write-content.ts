/** The end of a run: what it has to say, and `content/` as it is now. */
import { join } from 'node:path';
import { annotationsOf } from '../diagnostics/annotations.ts';
import { Failure } from '../diagnostics/failure.ts';
import { printedMessages } from '../diagnostics/print-messages.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { citationReport } from '../records/citation-report.ts';
import { changedFiles } from './changed-files.ts';
import type { Generated } from './generate.ts';
import { compareFolder, type Difference, write } from './write.ts';

/** How a run is told and written. */
export interface WriteOptions {
  /** Folder of the archive. */
  root: string;
  /** Compare only: a difference is a failure. */
  check: boolean;
  /** Tell the messages of all files, not only of those that changed. */
  all: boolean;
  /** Told what people read. */
  log: (text: string) => void;
}

/**
 * Tells the messages of a run and writes `content/`.
 * @throws {Failure} when a file has an error (nothing is written then), or when `content/` differs under `check`
 */
export function writeContent(generated: Generated, options: WriteOptions): void {
  const folder = join(options.root, 'content');
  const difference = tellMessages(generated, folder, options);
  if (generated.isBroken) {
    throw new Failure(
      'Nothing was written: the errors above come first. 有错误，未写入任何文件。',
      'follow the note below each of them. 按各条下面的说明处理。',
    );
  }
  const { missing, changed, stale } = difference;
  const count = missing.length + changed.length + stale.length;
  if (options.check && count > 0) {
    throw new Failure(
      `content/ is not what the seeds give: ${differencesOf(difference)}. content/ 与 seeds/ 不一致。`,
      'run npm run generate and look at the diff. 运行 npm run generate，再看差异。',
    );
  }
  if (options.check) return;
  write(folder, generated.content);
  const { notices, authority } = generated.archive;
  options.log(
    `content/: ${notices.length} notices 件公文, ${authority.works.length} works 份文件, ${count} files changed 个文件有变.`,
  );
}

/**
 * Tells the messages of files that changed since a folder was written, and how many others there are.
 * @param folder the `content/` of an earlier run, or where none was yet
 * @returns how the folder differs from what this run gives
 */
export function tellMessages(
  generated: Generated,
  folder: string,
  { all, log }: Pick<WriteOptions, 'all' | 'log'>,
): Difference {
  const difference = compareFolder(folder, generated.content);
  const { files } = generated.archive;
  if (process.env['CI']) for (const line of annotationsOf(files)) console.log(line);
  const changed = all ? null : changedFiles(folder, difference, generated);
  const isTold = (path: string) => changed === null || changed.has(path);
  if (!generated.isBroken) {
    const { records, works } = generated.data;
    const report = citationReport(
      records.filter(({ seed }) => isTold(seed)),
      all ? works : [],
    );
    if (report !== '') log(report);
  }
  const told = files.filter((file) => isTold(file.path) || hasErrors(file));
  log(printedMessages(told));
  const rest = files
    .filter((file) => !told.includes(file))
    .reduce((sum, { messages }) => sum + messages.length, 0);
  if (rest > 0) {
    log(
      `${rest} messages of unchanged files are not shown: npm run generate -- --all. 未变动的文件另有 ${rest} 条提示，用 npm run generate -- --all 查看。`,
    );
  }
  return difference;
}

function differencesOf({ missing, changed, stale }: Difference): string {
  return [
    ...missing.map((path) => `${path} is missing`),
    ...changed.map((path) => `${path} differs`),
    ...stale.map((path) => `${path} belongs to no seed`),
  ].join(', ');
}
