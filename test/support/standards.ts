import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { project } from './places.ts';

/** The folder of schemas and citation styles to check against: `STANDARDS`, else the one beside the project. */
const folder = resolve(process.env['STANDARDS'] ?? join(project, '..', 'shared', 'standards'));

/**
 * A file of the standards.
 *
 * @param name `akomantoso30.xsd`
 * @returns its path; undefined when it is not there, which is said once on the terminal
 */
export function standard(name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.warn(`Skipped: ${name} is not at hand. Name the folder that has it in STANDARDS.`);
  return undefined;
}
