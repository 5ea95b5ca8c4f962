/**
 * `npm run add`: reads files of offices (.txt .md .html .docx .pdf), shows what was understood and puts them into `seeds/`. With
 * `--dry-run` nothing is written; with `--watch` folders are looked at until Ctrl+C; with `--strict` warnings give exit code 1. Exit codes: 0 done,
 * 1 warnings under `--strict`, 2 a file was not added (all others are).
 */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '../diagnostics/failure.ts';
import { printable } from '../diagnostics/quote.ts';
import { type Bilingual, inLanguage } from '../diagnostics/language.ts';
import { archiveRoot } from '../archive/load.ts';
import { ReaderProcess } from '../intake/worker-client.ts';
import { addFile, type Order } from './add/add-file.ts';
import { listedFiles, statsOf } from './add/files.ts';
import { hideProgress, showProgress } from './add/progress.ts';
import { hasWarnings, reportAdded } from './add/report-added.ts';
import { SeedFolder } from './add/seed-folder.ts';
import { watch } from './add/watch.ts';
import { wrapped } from './add/wrap.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run add -- FILE…|DIR… [--dry-run] [--watch] [--strict] [--root DIR]',
  does: {
    en: 'Reads files and puts them into seeds/; --dry-run only shows, --watch keeps looking into folders.',
    zh: '读入文件并放入 seeds/；--dry-run 只显示，--watch 持续查看文件夹。',
  },
};

/** What came of an order so far. */
interface Tally {
  added: number;
  there: number;
  refused: number;
  warned: number;
  /** Files that were not added, as they were named, with the reason: what scrolled away is said again. */
  why: string[];
}

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string' },
      'dry-run': { type: 'boolean' },
      strict: { type: 'boolean' },
      watch: { type: 'boolean' },
    },
  });
  if (positionals.length === 0)
    throw new Failure(
      'add: no file named. 没有指定文件。',
      'npm run add -- FILE… or npm run add -- FOLDER (--dry-run shows and writes nothing, --watch keeps looking). 请写 npm run add -- 文件 或 npm run add -- 文件夹；--dry-run 只显示不写入，--watch 持续查看。',
    );
  const dry = values['dry-run'] ?? false;
  const files = listedFiles(positionals);
  if (files.length === 0 && !values.watch)
    throw new Failure(
      `add: no file in ${positionals.map(printable).join(', ')}. 文件夹里没有文件：${positionals.map(printable).join('，')}。`,
      'name a folder that holds files, or the files themselves. 请指定有文件的文件夹，或直接指定文件。',
    );
  const root = values.root === undefined ? archiveRoot() : resolve(values.root);
  const order: Order = { shelf: new SeedFolder(root), receiver: new ReaderProcess(), dry };
  const tally: Tally = { added: 0, there: 0, refused: 0, warned: 0, why: [] };
  try {
    for (const [at, path] of files.entries()) {
      showProgress(at, files.length, path.replace(/^.*[/\\]/, ''));
      await take(path, order, tally);
    }
    show(summary(tally, dry));
    if (values.watch) await keepWatching(positionals, files, order, tally);
  } finally {
    await order.receiver.close();
  }
  if (tally.refused > 0) return 2;
  return values.strict && tally.warned > 0 ? 1 : 0;
}, usage);

async function take(path: string, order: Order, tally: Tally): Promise<void> {
  const outcome = await addFile(path, order);
  tally[outcome.is] += 1;
  if (hasWarnings(outcome)) tally.warned += 1;
  if (outcome.is === 'refused')
    tally.why.push(
      `  ✖ ${nameOf(path)}: ${inLanguage(outcome.why.reason).replace('未添加：', '')}`,
    );
  hideProgress();
  show(`${reportAdded(nameOf(path), outcome, order.dry)}\n`);
}

/** Lines are broken where somebody reads them, not in files and pipes. */
function show(text: string): void {
  const { isTTY, columns } = process.stdout;
  console.log(isTTY && columns > 0 ? wrapped(text, columns) : text);
}

function summary({ added, there, refused, warned, why }: Tally, dry: boolean): string {
  const counts = inLanguage({
    en: `${dry ? 'Would add' : 'Added'} ${added} (${warned} to check), already there ${there}, not added ${refused}.`,
    zh: `${dry ? '将添加' : '已添加'} ${added}（待核 ${warned}），已在库中 ${there}，未添加 ${refused}。`,
  });
  const again = added + there + refused > 1 ? why : [];
  return [counts, ...again, nextStep(stepAfter(added, refused, dry))].join('\n');
}

/** What to do once files are added, shown, or none was new. */
function stepAfter(added: number, refused: number, dry: boolean): Bilingual {
  if (added === 0 && refused > 0) return { en: 'follow the notes above and add again', zh: '按上面的提示处理后再添加' }; // prettier-ignore
  if (added === 0) return { en: 'nothing; seeds/ is as it was.', zh: '无需处理，seeds/ 未改动' };
  return dry
    ? { en: 'the same without --dry-run', zh: '去掉 --dry-run 再运行一次，写入 seeds/' }
    : {
        en: 'npm run generate, look through content/, then npm start',
        zh: 'npm run generate，核对 content/，再 npm start',
      };
}

async function keepWatching(
  named: readonly string[],
  known: readonly string[],
  order: Order,
  tally: Tally,
): Promise<void> {
  const here = process.env['INIT_CWD'] ?? '.';
  const folders = named
    .map((path) => resolve(here, path))
    .filter((path) => statsOf(path)?.isDirectory());
  if (folders.length === 0)
    throw new Failure(
      'add --watch: no folder named. 没有指定文件夹。',
      'name a folder to look at. 请指定要查看的文件夹。',
    );
  show(
    inLanguage({
      en: `Watching ${folders.join(', ')} (Ctrl+C ends it)`,
      zh: `正在查看：${folders.join('，')}（按 Ctrl+C 结束）`,
    }),
  );
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  await watch(folders, (path) => take(path, order, tally), stop.signal, known);
  show(summary(tally, order.dry));
}

/** A path as the user would write it. */
function nameOf(path: string): string {
  const from = relative(process.env['INIT_CWD'] ?? '.', path);
  return printable(from.startsWith('..') ? path : from);
}
