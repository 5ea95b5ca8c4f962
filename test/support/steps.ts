/** Counts the steps that our code takes: every call of a function and every turn of a loop or branch in it, as V8 counts them for coverage. */
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './places.ts';

const SOURCES = [pathToFileURL(join(project, 'src')).href, join(project, 'src')];

/**
 * Begins to count. Turns are only counted in modules that are loaded after this. What built-in functions do (regular expressions,
 * `indexOf`) is not counted.
 * @returns runs something and says how many steps of `src/` it took
 */
export function stepCounter(): (run: () => void) => number {
  const session = new Session();
  session.connect();
  post(session, 'Profiler.enable');
  post(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return (run) => {
    taken(session);
    run();
    return taken(session);
  };
}

interface Script {
  url: string;
  functions: { ranges: { count: number }[] }[];
}

/** The steps since this was last asked. */
function taken(session: Session): number {
  const { result } = post(session, 'Profiler.takePreciseCoverage') as { result: Script[] };
  return result
    .filter(({ url }) => SOURCES.some((folder) => url.startsWith(folder)))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

/** An inspector of its own process answers at once. */
function post(session: Session, method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}
