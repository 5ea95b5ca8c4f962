// Told by bench.ts: takes one text through the pipeline in a process of its own, says time and memory on a line of JSON.
import { pipeline } from '../../pipeline/pipeline.ts';
import { render } from '../../pipeline/render.ts';
import { SHAPES, textOfSize } from './shapes.ts';

const [name = '', size = ''] = process.argv.slice(2);
const shape = SHAPES.find((each) => each.name === name);
if (!shape) throw new Error(`There is no shape ${name}`);

// what loads at the first notice is not counted
pipeline([{ path: 'seeds/warm.txt', bytes: textOfSize(SHAPES[0] ?? shape, 10_000) }]).notices.map(
  render,
);
const bytes = textOfSize(shape, Number(size));
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const { notices } = pipeline([{ path: 'seeds/x.txt', bytes }]);
const parsed = performance.now();
for (const notice of notices) render(notice);
const rendered = performance.now();
const grown = (process.resourceUsage().maxRSS - before) * 1024;
console.log(
  JSON.stringify({
    parse: parsed - start,
    render: rendered - parsed,
    memory: grown / bytes.length,
  }),
);
