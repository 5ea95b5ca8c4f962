/**
 * `npm run fuzz [-- --runs 100000] [--seed N]`: takes texts of the notation's own tokens and damaged seeds through the pipeline and the
 * exports, and says which promise breaks (`test/support/promises.ts`). Each failing input, made as small as it goes, is written to
 * `.cache/fuzz/`. Exit codes: 0 none failed, 2 some did.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { keepsPromises } from '../support/promises.ts';
import { seedBytes } from '../support/seed-bytes.ts';
import { Failure } from '../../src/diagnostics/failure.ts';
import { projectFolder } from '../../src/diagnostics/project.ts';
import { run } from '../../src/cli/run.ts';
import type { Usage } from '../../src/cli/usage.ts';

/** Runs between two lines of progress; each batch has a seed of its own, so that a failure is found again without those before it. */
const BATCH = 1000;
/** Failures after which there is enough to mend. */
const ENOUGH = 20;

const usage: Usage = {
  call: 'npm run fuzz -- [--runs N] [--seed N]',
  does: {
    en: 'Tries parsing and exports with random texts.',
    zh: '用随机文本检验解析与导出。',
  },
};

await run(() => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  });
  const runs = wholeNumber('runs', values.runs);
  const first = values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber('seed', values.seed);
  return Promise.resolve(fuzz(runs, first));
}, usage);

function fuzz(runs: number, first: number): number {
  const start = performance.now();
  const failures = new Map<string, string>();
  let done = 0;
  for (let seed = first; done < runs && failures.size < ENOUGH; seed++) {
    const numRuns = Math.min(BATCH, runs - done);
    const details = fc.check(fc.property(seedBytes, keepsPromises), { seed, numRuns });
    done += details.numRuns;
    if (details.failed && details.counterexample) {
      const path = save(details.counterexample[0]);
      const reason = shortReason(details.errorInstance);
      if (!failures.has(kindOf(reason))) {
        failures.set(kindOf(reason), path);
        console.error(
          `\n✖ ${path}\n  --runs ${numRuns} --seed ${seed}, path ${details.counterexamplePath}\n  ${reason}`,
        );
      }
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    console.error(
      `${done} runs, last seed ${seed}, ${seconds} s, ${failures.size} kinds of failure`,
    );
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${done} runs from seed ${first}: ${failures.size} kinds of failure. Most memory: ${peak} MB. 模糊测试完成。`,
  );
  return failures.size === 0 ? 0 : 2;
}

/** Writes a failing input where the next build does not sweep it away. */
function save(bytes: Uint8Array): string {
  const folder = join(projectFolder, '.cache', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, bytes);
  return path;
}

function shortReason(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split('\n').slice(0, 12).join('\n  ');
}

/** Failures that differ only in the words they happened to are one. */
function kindOf(reason: string): string {
  const place = /at (\S+) .*\/src\/(\S+?):\d+/.exec(reason);
  return place ? `${place[1] ?? ''} ${place[2] ?? ''}` : (reason.split('\n')[0] ?? '');
}

function wholeNumber(option: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Failure(
    `--${option} is “${value}”; expected a whole number. 参数应为整数。`,
    `npm run fuzz -- --${option} 1000`,
  );
}
