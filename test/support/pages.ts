import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './places.ts';

/**
 * The pages that stand for all of a built site: every page at its top, every notice, and of the works and of the
 * handbook the one that says most and the one that says least. A page that is added to the site is among them without a word to anybody.
 *
 * @param site folder of the site
 * @returns paths in it: `index.html`, `notices/jgsj-2023-17.html`
 */
export function pagesOfEveryKind(site = dist): string[] {
  return [
    ...pagesIn(site, '.'),
    ...pagesIn(site, 'notices'),
    ...extremes(site, 'works'),
    ...extremes(site, 'handbook'),
  ];
}

/** The shortest and the longest page of a folder. */
function extremes(site: string, folder: string): string[] {
  const pages = pagesIn(site, folder).sort((one, other) => sizeOf(site, one) - sizeOf(site, other));
  return [...new Set([...pages.slice(0, 1), ...pages.slice(-1)])];
}

function pagesIn(site: string, folder: string): string[] {
  return readdirSync(join(site, folder))
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

function sizeOf(site: string, path: string): number {
  return statSync(join(site, path)).size;
}
