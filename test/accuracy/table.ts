/** What was measured, for people to read. */
import { MEASURED_FACTS, type Measured } from './measure.ts';

/** A file of a corpus with its measure; without one it could not be read. */
export interface Row {
  file: string;
  measured: Measured | null;
  /** Why it could not be read. */
  error: string | null;
  milliseconds: number;
}

const HEAD = [
  'title',
  'number',
  'issuer',
  'date',
  'levels',
  'cited',
  'recall',
  'precision',
  'lost',
  'ms',
  'file',
];

/**
 * One line a file, then the sums.
 * @param rows in the order of the index
 */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(lineOf), ...sumsOf(rows)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === HEAD.length - 1 ? cell : cell.padEnd(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function lineOf({ file, measured, error, milliseconds }: Row): string[] {
  if (!measured)
    return [
      ...HEAD.slice(2).map(() => '✗'),
      String(Math.round(milliseconds)),
      `${file}: ${error ?? ''}`,
    ];
  const { facts, levels, titles, lost } = measured;
  const wanted = titles.right.length + titles.missed.length;
  const found = titles.right.length + titles.extra.length;
  return [
    ...MEASURED_FACTS.map((fact) => {
      const { expected, got, right } = facts[fact];
      return expected === null && got === null ? '–' : right ? '✓' : '✗';
    }),
    levels.right ? levels.got.join('/') : `✗ ${levels.got.join('/')}`,
    `${titles.right.length} of ${wanted}${titles.extra.length > 0 ? ` +${titles.extra.length}` : ''}`,
    ratio(titles.right.length, wanted),
    ratio(titles.right.length, found),
    String(lost),
    String(Math.round(milliseconds)),
    file,
  ];
}

/** How many are right of the files that have the fact; and that nothing was found where there is nothing. */
function sumsOf(rows: readonly Row[]): string[][] {
  const all = rows.flatMap(({ measured }) => measured ?? []);
  const has = MEASURED_FACTS.map((fact) =>
    all.map(({ facts }) => facts[fact]).filter(({ expected }) => expected !== null),
  );
  const rightOf = has.map((each) => each.filter(({ right }) => right).length);
  const levels = all.filter((each) => each.levels.right).length;
  const titles = (['right', 'missed', 'extra'] as const).map((key) =>
    sum(all.map((each) => each.titles[key].length)),
  );
  const [right = 0, missed = 0, extra = 0] = titles;
  const lost = sum(all.map((each) => each.lost));
  const time = Math.round(sum(rows.map(({ milliseconds }) => milliseconds)));
  const failed = rows.length - all.length;
  // a file that cannot be read has none of its facts right
  return [
    [
      ...has.map((each, at) => `${rightOf[at] ?? 0}/${each.length + failed}`),
      `${levels}/${rows.length}`,
      `${right} of ${right + missed} +${extra}`,
      '',
      '',
      String(lost),
      String(time),
      `${rows.length} files, ${failed} not read 合计`,
    ],
    [
      ...has.map((each, at) => ratio(rightOf[at] ?? 0, each.length + failed)),
      ratio(levels, rows.length),
      '',
      ratio(right, right + missed),
      ratio(right, right + extra),
      '',
      '',
      'ratio 比率',
    ],
  ];
}

/**
 * What differs, one line each.
 * @param rows in the order of the index
 */
export function differencesIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ file, measured }) => {
    if (!measured) return [];
    const { facts, levels, titles } = measured;
    const differences = [
      ...MEASURED_FACTS.filter((fact) => !facts[fact].right).map(
        (fact) =>
          `${fact}: expected ${facts[fact].expected ?? 'none'}, got ${facts[fact].got ?? 'none'}`,
      ),
      ...(levels.right
        ? []
        : [`levels: expected ${levels.expected.join('/')}, got ${levels.got.join('/')}`]),
      ...titles.missed.map((title) => `cited: 《${title}》 was not found`),
      ...titles.extra.map((title) => `cited: 《${title}》 was not expected`),
    ];
    return differences.map((each) => `${file}  ${each}`);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
