// Told by bench.ts: takes one text through the pipeline in a process of its own, says time and memory on a line of JSON.
import { GCProfiler } from 'node:v8';
import { pipeline } from '../../../src/archive/pipeline.ts';
import { render } from '../../../src/pipeline/render/render.ts';
import { SHAPES, textOfSize } from './shapes.ts';

const [name = '', size = ''] = process.argv.slice(2);
const shape = SHAPES.find((each) => each.name === name);
if (!shape) throw new Error(`There is no shape ${name}`);

// what loads at the first notice is not counted
pipeline([{ path: 'seeds/warm.txt', bytes: textOfSize(SHAPES[0] ?? shape, 10_000) }]).notices.map(
  render,
);
const bytes = textOfSize(shape, Number(size));
const before = living();
const collections = new GCProfiler();
collections.start();
const start = performance.now();
const { notices } = pipeline([{ path: 'seeds/x.txt', bytes }]);
const parsed = performance.now();
for (const notice of notices) render(notice);
const rendered = performance.now();
const most = Math.max(living(), ...collections.stop().statistics.map(keptBy));
console.log(
  JSON.stringify({
    parse: parsed - start,
    render: rendered - parsed,
    memory: (most - before) / bytes.length,
  }),
);

/** Bytes that are in use, on the heap and in buffers. */
function living(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes that a collection left. */
function keptBy({ afterGC: { heapStatistics } }: Collection): number {
  return heapStatistics.usedHeapSize + heapStatistics.externalMemory;
}

type Collection = ReturnType<GCProfiler['stop']>['statistics'][number];
