/**
 * The work grows with the text: four times the text takes four times the steps, whatever it holds. What regular expressions do between two
 * steps is not counted; `npm run bench:parse` compares the time of large texts.
 */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { SHAPES, textOfSize, type Shape } from '../bench/parse/shapes.ts';
import { stepCounter } from '../support/steps.ts';

const SMALL = 4000;
const TIMES = 4;
/** Steps for each byte. Halving, and what stands once in a text, make it a little more or less than four. */
const MOST = 4.5;

const WORKS = `works:
  - { id: strategy, title: 国家知识产权战略纲要, kind: 纲要, text: none, summary: 纲要。, level: national }
`;

const countSteps = stepCounter();
const { pipeline } = await import('../../src/archive/pipeline.ts');
const { toMdast } = await import('../../src/pipeline/render/mdast.ts');
const { recordOf } = await import('../../src/records/notice-record.ts');
const { seedLines } = await import('../../src/records/seed-lines.ts');

function stepsFor(shape: Shape, bytes: number): number {
  const seed = { path: 'seeds/x.txt', bytes: textOfSize(shape, bytes) };
  return countSteps(() => {
    const works = new VFile({ path: 'seeds/works.yaml', value: WORKS });
    for (const finished of pipeline([seed], { works }).notices) {
      toMdast(finished.notice);
      recordOf(finished);
      seedLines(finished);
    }
  });
}

// what runs only once
stepsFor(SHAPES[0] as Shape, SMALL);

test.each(SHAPES.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  const few = stepsFor(shape, SMALL);
  const many = stepsFor(shape, SMALL * TIMES);
  expect(few, 'nothing was counted').toBeGreaterThan(SMALL / 10);
  expect(many / few).toBeLessThan(MOST);
});

test('steps that grow with the square of the text would be seen', () => {
  const text = textOfSize({ name: 'lines', unit: '甲\n' }, 400);
  const read = (times: number): void => {
    for (let time = 0; time < times; time++)
      pipeline([{ path: 'seeds/x.txt', bytes: text.slice(0, times * 20) }]);
  };
  expect(countSteps(() => read(20)) / countSteps(() => read(5))).toBeGreaterThan(MOST);
});
