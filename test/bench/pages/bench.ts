// npm run bench: Lighthouse over the built site; exit code 1 when a page has less than 99 in a category
import { parseArgs } from 'node:util';
import { browsersHere } from '../../support/browsers.ts';
import { pagesOfEveryKind } from '../../support/pages.ts';
import { placesOf } from '../../../src/diagnostics/project.ts';
import { serveCounting } from '../search/counting-server.ts';
import { table } from '../search/report.ts';
import { categories, freePort, type Judgement, judge, screens } from './judge.ts';

/** The least a page must have in every category, of 100. */
const least = 99;

const { values } = parseArgs({ options: { site: { type: 'string' } } });
const site = placesOf({ out: values.site }).out;
const kinds = pagesOfEveryKind(site);
/** One page of a folder: of the works the one that says most. */
const one = (folder: string) => kinds.findLast((path) => path.startsWith(folder)) ?? '';
const pages = [
  'index.html',
  one('notices/'),
  one('works/'),
  `search.html?${new URLSearchParams({ q: '知识产权' }).toString()}`,
];

const [browserHere] = await browsersHere();
if (!browserHere) throw new Error('There is no browser to measure with.');
const port = await freePort();
const browser = await browserHere.launch([`--remote-debugging-port=${port}`]);
const server = await serveCounting(site);
const judged: Judgement[] = [];
try {
  for (const path of pages) {
    for (const screen of screens) judged.push(await judge(server.base, path, screen, port, least));
  }
} finally {
  server.close();
  await browser.close();
}

const rows = judged.map(({ path, screen, scores }) => [
  decodeURIComponent(path),
  screen,
  ...scores.map(String),
]);
console.log(`${browserHere.name}; texts sent by gzip; of 100\n`);
console.log(table([['page', 'screen', ...categories], ...rows]));
for (const { path, screen, costs } of judged) {
  for (const cost of costs) console.log(`${decodeURIComponent(path)}, ${screen}: ${cost}`);
}
if (judged.some(({ scores }) => scores.some((score) => score < least))) process.exitCode = 1;
