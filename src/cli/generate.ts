/**
 * `npm run generate`: seeds → content/. With `--check` nothing is written and any difference is an error; with `--frail` warnings
 * give exit code 1. Where `CI` is set, messages are also printed as GitHub shows them beside the lines of a change. Exit codes: 0 done, 1 warnings under `--frail`, 2 fatal (nothing is written then).
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { jsonText } from '../records/api.ts';
import { recordOf } from '../records/notice-record.ts';
import { archiveMessages } from '../records/message-record.ts';
import { citationReport } from '../records/citation-report.ts';
import { workRecords } from '../records/work-record.ts';
import { annotationsOf } from '../diagnostics/annotations.ts';
import { printedMessages } from '../diagnostics/print-messages.ts';
import { hasErrors } from '../diagnostics/report.ts';
import { archiveRoot, readArchive } from '../archive/archive.ts';
import { render } from '../pipeline/render/render.ts';
import { renderWork } from '../pipeline/render/render-work.ts';
import { checkOriginals } from '../archive/original.ts';
import { compareFolder, write, type Difference } from '../archive/write.ts';
import { run } from './run.ts';

await run(() => Promise.resolve(generate()));

function generate(): number {
  const { values } = parseArgs({
    options: { root: { type: 'string' }, check: { type: 'boolean' }, frail: { type: 'boolean' } },
  });
  const root = values.root === undefined ? archiveRoot() : resolve(values.root);
  const archive = readArchive(root);
  const { notices, files } = archive;
  checkOriginals(root, notices);
  const works = workRecords(archive);
  const broken = files.some(hasErrors);
  if (!broken) console.error(citationReport(notices.map(recordOf), works));
  if (process.env['CI']) for (const line of annotationsOf(files)) console.log(line);
  console.error(printedMessages(files));
  if (broken) {
    throw new Failure(
      'Nothing was written: the errors above come first. 有错误，未写入任何文件。',
      'follow the note below each of them.',
    );
  }
  const content = new Map([
    ...notices.map((finished) => [`notices/${finished.notice.id}.mdx`, render(finished)] as const),
    ...works.map((work) => [`works/${work.id}.mdx`, renderWork(work)] as const),
    ['messages.json', jsonText(archiveMessages(archive))] as const,
  ]);
  const folder = join(root, 'content');
  if (values.check) {
    const difference = compareFolder(folder, content);
    if (count(difference) > 0) {
      throw new Failure(
        `content/ is not what the seeds give: ${describe(difference)}.`,
        'run npm run generate and look at the diff.',
      );
    }
  } else {
    const difference = write(folder, content);
    console.error(
      `content/: ${notices.length} notices, ${works.length} works, ${count(difference)} files changed.`,
    );
  }
  const warnings = files
    .flatMap((file) => file.messages)
    .filter((message) => message.fatal === false).length;
  return values.frail && warnings > 0 ? 1 : 0;
}

function count({ missing, changed, stale }: Difference): number {
  return missing.length + changed.length + stale.length;
}

function describe({ missing, changed, stale }: Difference): string {
  return [
    ...missing.map((path) => `${path} is missing`),
    ...changed.map((path) => `${path} differs`),
    ...stale.map((path) => `${path} belongs to no seed`),
  ].join(', ');
}
