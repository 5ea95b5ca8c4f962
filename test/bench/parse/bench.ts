/**
 * `npm run bench:parse [-- --mb 1] [--limit 60] [--only TEXT]`: time per MB and memory per byte of hostile and of ordinary
 * texts, at one size and at four times that size. The ratio of the two times per MB is 1 where the work grows with the text,
 * 4 where it grows with its square. Memory is the most that is alive at once, heap and buffers: everything dead is collected after every
 * 8 MB, and what is left is counted, beyond what a program that has parsed a notice keeps. How much a process takes from the system is
 * no measure: V8 lets garbage lie while there is room. A text that takes longer than the limit (seconds) is given up.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { table } from '../search/report.ts';
import { SHAPES } from './shapes.ts';

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '1' },
    limit: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
  },
});
const MB = 1_000_000;
const sizes = [Number(values.mb) * MB, Number(values.mb) * 4 * MB];
const script = join(import.meta.dirname, 'parse-one.ts');
const runNode = promisify(execFile);

interface Cost {
  /** Milliseconds, through all stages. */
  parse: number;
  render: number;
  /** Bytes for each byte of the text. */
  memory: number;
}

/** Every collection is a full one, after so many MB; too slow for measuring time. */
const COLLECTING = ['--expose-gc', '--gc-global', '--max-semi-space-size=8'];

const rows: string[][] = [];
for (const { name } of SHAPES.filter((shape) => shape.name.includes(values.only))) {
  const costs: (Cost | string)[] = [];
  for (const size of sizes) costs.push(await costOf(name, size, []));
  const kept = await costOf(name, sizes[0] ?? MB, COLLECTING);
  rows.push([...rowOf(name, costs), typeof kept === 'string' ? kept : kept.memory.toFixed(1)]);
  console.error(rows.at(-1)?.join('  '));
}
const head = [
  'text',
  ...sizes.map((size) => `s/MB at ${size / MB} MB`),
  'ratio',
  'of it render',
  'memory × size',
];
console.log(`\n${table([head, ...rows])}`);

async function costOf(
  name: string,
  size: number,
  flags: readonly string[],
): Promise<Cost | string> {
  try {
    const { stdout } = await runNode(process.execPath, [...flags, script, name, String(size)], {
      timeout: Number(values.limit) * 1000,
    });
    return JSON.parse(stdout) as Cost;
  } catch (error) {
    const { killed, stderr } = error as { killed?: boolean; stderr?: string };
    if (killed) return `> ${values.limit} s`;
    return /^\w*Error.*$/m.exec(stderr ?? '')?.[0].slice(0, 80) ?? 'failed';
  }
}

function rowOf(name: string, costs: readonly (Cost | string)[]): string[] {
  const perMb = costs.map((cost, index) =>
    typeof cost === 'string'
      ? null
      : (cost.parse + cost.render) / 1000 / ((sizes[index] ?? MB) / MB),
  );
  const [small = null, large = null] = perMb;
  const last = costs[1];
  return [
    name,
    ...costs.map((cost, index) =>
      typeof cost === 'string' ? cost : (perMb[index] ?? 0).toFixed(2),
    ),
    small !== null && large !== null ? (large / small).toFixed(1) : '–',
    ...(typeof last === 'object'
      ? [`${Math.round((100 * last.render) / (last.parse + last.render))} %`]
      : ['–']),
  ];
}
