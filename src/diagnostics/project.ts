import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute, without a slash at its end. */
export const projectFolder = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** Where a build reads and writes. Absolute paths. */
export interface Places {
  /** The folder that holds `seeds/` and `content/`. */
  root: string;
  /** The folder of the finished site. */
  out: string;
}

/**
 * The places of a build.
 *
 * @param given paths from the command line, relative to the working directory; what is left out comes from
 *   `WENHAO_ROOT` and `WENHAO_OUT`, else the project's folder and `dist` in it
 */
export function placesOf(given: { root?: string | undefined; out?: string | undefined }): Places {
  return {
    root: resolve(given.root ?? process.env['WENHAO_ROOT'] ?? projectFolder),
    out: resolve(given.out ?? process.env['WENHAO_OUT'] ?? join(projectFolder, 'dist')),
  };
}
