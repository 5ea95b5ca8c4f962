import { isDeviceName } from '../../notation/device-names.ts';

/** Names that a zip must not carry: they would land elsewhere than in the folder, or on Windows nowhere at all. */

/**
 * Why a path cannot stand in a pack.
 *
 * @param path as written in the zip, with forward slashes
 * @returns a phrase (“leads out of the folder”); undefined for a path that is fine on every system
 */
export function whyUnsafe(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/')) return 'begins at the root of the disk';
  // eslint-disable-next-line no-control-regex -- those are the ones to be found
  if (/[\\:*?"<>|\u0000-\u001f\u007f]/u.test(path)) return 'holds a character no file may have';
  const steps = path.split('/');
  if (steps.includes('..')) return 'leads out of the folder';
  if (steps.some((step) => step === '' || step === '.')) return 'holds an empty step';
  if (steps.some((step) => isDeviceName(step.split('.')[0] ?? '')))
    return 'is the name of a device on Windows';
  if (steps.some((step) => /[. ]$/u.test(step))) return 'holds a step that ends in a dot or space';
  return undefined;
}

/**
 * The first two paths that are one file where upper and lower case do not count (Windows, macOS).
 *
 * @returns both; undefined when all differ
 */
export function caseCollisions(paths: Iterable<string>): [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = path.normalize('NFC').toLowerCase();
    const twin = seen.get(key);
    if (twin !== undefined) return [twin, path];
    seen.set(key, path);
  }
  return undefined;
}
