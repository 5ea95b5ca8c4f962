import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/**
 * Prints what `npm run test:anywhere` found, as a table: ways of hosting × what was tried. Below it all other tests of
 * the folder, a line for each group, and why a place of the table is empty.
 */
export default class HostingTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const own = modules.filter(({ moduleId }) => moduleId.includes('/test/anywhere/'));
    const suites = own.flatMap((module) => [...module.children.suites()]);
    const rows = suites.filter((suite) => testsOf(suite).some(({ name }) => name === 'quiet'));
    if (rows.length === 0) return;
    const lines = [
      ...tableOf(rows),
      '',
      ...own.flatMap((module) => othersOf(module, rows)),
      '',
      ...reasonsOf(rows),
    ];
    console.log(`\n${lines.join('\n')}\n`);
  }
}

const SIGNS = { passed: '✓', failed: '✗', skipped: '–', pending: '–' };
const signOf = (test: TestCase): string => SIGNS[test.result().state];
const testsOf = (suite: TestSuite): TestCase[] => [...suite.children.allTests()];

function tableOf(rows: readonly TestSuite[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => testsOf(row).map(({ name }) => name)))];
  const width = Math.max(...rows.map(({ name }) => widthOf(name)));
  const head = [' '.repeat(width), ...columns].join('  ');
  const body = rows.map((row) => {
    const cells = columns.map((column) => {
      const test = testsOf(row).find(({ name }) => name === column);
      return (test ? signOf(test) : ' ').padEnd(column.length);
    });
    return [row.name + ' '.repeat(width - widthOf(row.name)), ...cells].join('  ').trimEnd();
  });
  return [head, ...body];
}

/** Columns of a terminal; Han characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);
}

/** Groups of tests, and tests by themselves, that are no row of the table. */
function othersOf(module: TestModule, rows: readonly TestSuite[]): string[] {
  return [...module.children].flatMap((child) => {
    if (child.type === 'suite' && rows.includes(child)) return [];
    const tests = child.type === 'suite' ? testsOf(child) : [child];
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const sign = count('failed') > 0 ? '✗' : count('passed') > 0 ? '✓' : '–';
    const counts = tests.length === 1 ? '' : ` (${count('passed')} of ${tests.length})`;
    return [`${sign} ${child.name}${counts}`];
  });
}

/** Why places are empty, each reason once. */
function reasonsOf(rows: readonly TestSuite[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const row of rows) {
    for (const test of testsOf(row)) {
      const result = test.result();
      if (result.state !== 'skipped') continue;
      const reason = `– ${test.name}: ${result.note ?? 'left out'}`;
      reasons.set(reason, [...(reasons.get(reason) ?? []), row.name]);
    }
  }
  return [...reasons].map(([reason, names]) => `${reason} [${names.join('; ')}]`);
}
