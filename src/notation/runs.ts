/** Where the units of a text stand in the text that it was cut out of: run by run, because neighbours mostly stay neighbours. */

/**
 * The first index of every run and where its unit stands, in turn: `[0, 17, 5, 30]` says that the units 0 to 4 stand at 17 to 21 and
 * those from 5 on at 30 and behind it.
 */
export type Runs = readonly number[];

/**
 * Says where the next units stand.
 * @param runs get another run, unless these units only go on with the last one
 * @param index of the first of them
 * @param offset where it stands
 */
export function extend(runs: number[], index: number, offset: number): void {
  const last = runs.length - 2;
  if (last >= 0 && (runs[last + 1] ?? 0) - (runs[last] ?? 0) === offset - index) return;
  runs.push(index, offset);
}

/**
 * Where a unit stands.
 * @param index of the unit; behind the last unit, what would stand there next
 * @returns 0 when there are no units
 */
export function offsetAt(runs: Runs, index: number): number {
  const run = runAt(runs, index);
  return (runs[run + 1] ?? 0) + index - (runs[run] ?? 0);
}

/**
 * The first unit that stands at an offset or behind it.
 * @param length how many units there are
 * @returns its index; `length` when all stand in front of it
 */
export function indexFrom(runs: Runs, offset: number, length: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetAt(runs, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The runs of the units from one index up to another, which count from 0. */
export function sliceRuns(runs: Runs, start: number, end: number): number[] {
  if (start >= end) return [];
  const sliced = [0, offsetAt(runs, start)];
  for (let run = runAt(runs, start) + 2; (runs[run] ?? end) < end; run += 2)
    sliced.push((runs[run] ?? 0) - start, runs[run + 1] ?? 0);
  return sliced;
}

/** Where the run of a unit stands among the runs. */
function runAt(runs: Runs, index: number): number {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle * 2] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low * 2;
}
