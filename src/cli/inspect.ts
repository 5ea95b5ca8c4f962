/**
 * `npm run --silent inspect -- FILE…`: what the archive would make of any text file, without adding it. One JSON object a line, in the shape of
 * `api/notices/<id>.json`; for a file that cannot be read `{file, error}` and exit code 2.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recordOf } from '../exports/json.ts';
import { hasErrors } from '../notice/report.ts';
import { pipeline } from '../pipeline/pipeline.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('inspect: no file named. Usage: npm run --silent inspect -- FILE…');
  process.exitCode = 2;
}
for (const path of paths) console.log(JSON.stringify(inspect(path)));

function inspect(path: string): object {
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return unreadable(path, bytes);
  const { notices, files } = pipeline([{ path, bytes }]);
  const [finished] = notices;
  const error = files[0]?.messages.find((message) => message.fatal === true)?.reason;
  if (!finished || (files[0] && hasErrors(files[0]))) return unreadable(path, error ?? 'no text');
  return recordOf(finished);
}

function unreadable(file: string, error: string): object {
  process.exitCode = 2;
  return { file, error };
}

/** The bytes of a file, or why it has none. */
function readBytes(path: string): Uint8Array | string {
  try {
    // npm runs scripts in the project's folder; paths are meant from where the user stands
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path));
  } catch (error) {
    return `Cannot open this file: ${error instanceof Error ? error.message : String(error)}`;
  }
}
