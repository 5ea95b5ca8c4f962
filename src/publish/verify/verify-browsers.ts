import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../diagnostics/failure.ts';
import { filesIn } from './html.ts';
import { ALLOWED } from './browsers/allowed.ts';
import { newerInScript } from './browsers/scripts.ts';
import { newerInStyles } from './browsers/styles.ts';
import { type Newer, OLDEST } from './browsers/support.ts';

/** Folder of files that only newer browsers are given. */
const FOR_NEWER = 'pagefind/';

/** A place in a built site that uses what the oldest browser lacks. */
export interface NewerPlace {
  /** File of the site, with forward slashes. */
  file: string;
  line: number;
  column: number;
  /** Its keys in MDN’s compatibility data. */
  feature: string;
  reason: string;
  /** What stands there. */
  text: string;
}

/** A piece of code of a site: a file, or what a page carries in itself. */
interface Code {
  file: string;
  kind: 'script' | 'style';
  text: string;
}

/**
 * Looks for what the oldest browser of the readers lacks in all styles and scripts of a built site, those in pages
 * included. What is harmless is in `old-browsers/allowed.ts`, and found here all the same.
 *
 * @param site folder of the built site
 * @returns how many pieces of code were read, and each place
 */
export async function findNewer(site: string): Promise<{ count: number; places: NewerPlace[] }> {
  const files = (await filesIn(site)).filter((file) => !file.startsWith(FOR_NEWER));
  // Many pages carry the same. One after the other: a large site has more files than a process may have open.
  const codes = new Map<string, Code>();
  for (const file of files) {
    for (const code of await codeOf(site, file)) codes.set(code.kind + code.text.trim(), code);
  }
  return { count: codes.size, places: [...codes.values()].flatMap(placesIn) };
}

/**
 * Fails when a style sheet or script of a built site uses what the oldest browser lacks.
 *
 * @param site folder of the built site
 * @returns how many pieces of code were read
 * @throws {Failure} naming file, line and column of each place
 */
export async function verifyOldBrowsers(site: string): Promise<number> {
  const { count, places } = await findNewer(site);
  const harmful = places.filter(({ feature }) => !Object.hasOwn(ALLOWED, feature));
  if (harmful.length === 0) return count;
  throw new Failure(
    `The built site uses what Chromium ${OLDEST} lacks, and readers have that browser:\n` +
      harmful.map(sentenceFor).join('\n'),
    'write it in an older way; where a browser that lacks it loses nothing, put it with the reason into ' +
      'src/publish/verify/browsers/allowed.ts.',
  );
}

function sentenceFor({ file, line, column, feature, reason, text }: NewerPlace): string {
  return `  - ${file}:${line}:${column}: ${feature} ${reason}: ${text}`;
}

async function codeOf(site: string, file: string): Promise<Code[]> {
  const text = () => readFile(join(site, file), 'utf8');
  if (file.endsWith('.css')) return [{ file, kind: 'style', text: await text() }];
  if (file.endsWith('.js')) return [{ file, kind: 'script', text: await text() }];
  return file.endsWith('.html') ? inlineCode(file, await text()) : [];
}

/**
 * What stands between the tags of a page, behind as many blanks and lines as there are before it in the page; data
 * (`type="application/ld+json"`) is no script.
 */
function inlineCode(file: string, page: string): Code[] {
  const codes = [...page.matchAll(/<(script|style)\b([^>]*)>(.*?)<\/\1>/gsu)];
  return codes.flatMap(({ index, 0: { length }, 1: kind, 2: attributes = '', 3: text = '' }) => {
    if (text === '' || /\b(?:src|type)=/u.test(attributes)) return [];
    const start = index + length - `${text}</${kind ?? ''}>`.length;
    const blanks = page.slice(0, start).replaceAll(/[^\n]/gu, ' ');
    return [{ file, kind: kind === 'style' ? kind : 'script', text: blanks + text }];
  });
}

function placesIn({ file, kind, text }: Code): NewerPlace[] {
  const newer = kind === 'script' ? newerInScript(text) : newerInStyles(text);
  return newer.map((one) => ({ file, ...one, ...placeOf(text, one) }));
}

function placeOf(text: string, { offset }: Newer) {
  const before = text.slice(0, offset).split('\n');
  const around = text.slice(Math.max(0, offset - 20), offset + 40).trim();
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    text: `…${around.replaceAll(/\s+/gu, ' ')}…`,
  };
}
