/** Names of files that can lie in `seeds/` on every system. */
import { UNSEEN } from '../notation/normalize/invisible.ts';
import { isDeviceName } from '../notation/device-names.ts';

/** Longest stem, in characters; most systems take 255 bytes with ending and sidecar. */
const LONGEST = 60;
/** What Windows refuses in a name, and what nobody sees in one. */
const REFUSED = new RegExp(`${UNSEEN}|[<>:"|?*\\uFFFD]`, 'gu');

/**
 * A name as it was, made safe: no parts of a path, no signs that Windows refuses, no control characters, no names of devices, not hidden.
 * @param given name or path
 * @returns stem and ending, the ending in lower case and without its dot
 */
export function safeName(given: string): { stem: string; ending: string } {
  const name = given.replace(/^.*[/\\]/s, '').normalize('NFC');
  const [, raw = name, ending = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? [];
  const stem = [...raw.replace(REFUSED, '_')]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s._-]+|[\s.]+$/gu, '');
  const safe = stem === '' || isDeviceName(stem.replace(/\..*$/s, '')) ? `notice-${stem}` : stem;
  return { stem: safe.replace(/-$/, ''), ending: ending.toLowerCase() };
}
