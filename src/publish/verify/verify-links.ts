import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Failure } from '../../diagnostics/failure.ts';
import type { Element, Page } from './html.ts';
import { attributeOf, elementsOf, elementText, filesIn, readPage } from './html.ts';

/** A link that does not hold. */
export interface BrokenLink {
  /** Page or style sheet it stands in. */
  page: string;
  /** As written. */
  link: string;
  reason: string;
}

/** An address on a page, as written. */
interface Reference {
  link: string;
  /** True for what a reader follows, false for what the browser loads by itself. */
  followed: boolean;
  /** The words of `rel`. */
  rel: string[];
}

/** The attributes that hold one address. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite'];
/** A notice of many clauses is read once, however many links lead into it. */
type Ids = Map<string, Promise<Set<string>>>;

/**
 * Checks every address of a built site: files and ids exist, links are relative and name files, nothing is loaded
 * from elsewhere, an id stands once on its page.
 *
 * @param site folder of the built site
 * @returns how many addresses were checked, and those that do not hold
 */
export async function checkLinks(site: string): Promise<{ count: number; broken: BrokenLink[] }> {
  const files = await filesIn(site);
  const known = new Set(files);
  const ids: Ids = new Map();
  const broken: BrokenLink[] = [];
  let count = 0;
  for (const path of files.filter((file) => file.endsWith('.html'))) {
    const page = await readPage(site, path);
    broken.push(...problemsOfIds(page));
    for (const reference of referencesOf(page)) {
      count += 1;
      const reason = await problemOf(reference, path, site, known, ids);
      if (reason !== undefined) broken.push({ page: path, link: reference.link, reason });
    }
  }
  for (const path of files.filter((file) => file.endsWith('.css'))) {
    const css = await readFile(join(site, path), 'utf8');
    for (const link of addressesInCss(css)) {
      count += 1;
      const reference = { link, followed: false, rel: [] };
      const reason = await problemOf(reference, path, site, known, ids);
      if (reason !== undefined) broken.push({ page: path, link, reason });
    }
  }
  return { count, broken };
}

/**
 * Fails when an address of a built site does not hold.
 *
 * @param site folder of the built site
 * @returns how many addresses were checked
 * @throws {Failure} naming page and link of each
 */
export async function verifyLinks(site: string): Promise<number> {
  const { count, broken } = await checkLinks(site);
  if (broken.length > 0) {
    const shown = broken.slice(0, 30);
    const more = broken.length - shown.length;
    throw new Failure(
      `${String(broken.length)} link(s) of the built site do not hold:\n` +
        shown.map(({ page, link, reason }) => `  - ${page}: “${link}” ${reason}`).join('\n') +
        (more > 0 ? `\n  … and ${String(more)} more` : ''),
      'mend the page, component or module of src/ that wrote the address; the pages’ addresses come from one module.',
    );
  }
  return count;
}

/** An id that stands twice is no address. */
function problemsOfIds(page: Page): BrokenLink[] {
  const seen = new Set<string>();
  const problems: BrokenLink[] = [];
  for (const element of elementsOf(page.document)) {
    const id = attributeOf(element, 'id');
    if (id === undefined) continue;
    if (seen.has(id)) {
      problems.push({ page: page.path, link: `#${id}`, reason: 'is the id of two elements.' });
    }
    seen.add(id);
  }
  return problems;
}

/** Every address of a page, also those in `srcset`, `style` and a refresh. */
function referencesOf(page: Page): Reference[] {
  return [...elementsOf(page.document)].flatMap((element) => {
    const followed = ['a', 'area'].includes(element.tagName);
    const rel = (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/u);
    return addressesOf(element).map((link) => ({ link, followed, rel }));
  });
}

function addressesOf(element: Element): string[] {
  const plain = ADDRESSES.map((name) => attributeOf(element, name)).filter(
    (value) => value !== undefined,
  );
  const sets = (attributeOf(element, 'srcset') ?? '')
    .split(',')
    .map((candidate) => candidate.trim().split(/\s+/u)[0] ?? '')
    .filter((link) => link !== '');
  const styles = addressesInCss(
    (attributeOf(element, 'style') ?? '') +
      (element.tagName === 'style' ? elementText(element) : ''),
  );
  const refresh = /^refresh$/iu.test(attributeOf(element, 'http-equiv') ?? '')
    ? /url\s*=\s*['"]?([^'"]+)/iu.exec(attributeOf(element, 'content') ?? '')?.[1]
    : undefined;
  return [...plain, ...sets, ...styles, ...(refresh === undefined ? [] : [refresh])];
}

/** What a style sheet loads: `url(…)` and the string of an `@import`. */
function addressesInCss(css: string): string[] {
  const bare = css.replaceAll(/\/\*.*?\*\//gsu, '');
  const urls = [...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*?))\s*\)/gu)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const imports = [...bare.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return [...urls, ...imports];
}

/** Why an address does not hold, as the end of a sentence; undefined when it does. */
async function problemOf(
  reference: Reference,
  from: string,
  site: string,
  known: ReadonlySet<string>,
  ids: Ids,
): Promise<string | undefined> {
  const { link, followed, rel } = reference;
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(link)?.[1]?.toLowerCase();
  if (link.startsWith('//') || scheme !== undefined) return problemOutside(scheme, followed, rel);
  if (link.startsWith('/'))
    return 'begins with “/” and breaks under a sub-path; write it relative.';
  return problemInside(link, from, site, known, ids);
}

/** The same of a relative address. */
async function problemInside(
  link: string,
  from: string,
  site: string,
  known: ReadonlySet<string>,
  ids: Ids,
): Promise<string | undefined> {
  const { path, hash } = partsOf(link);
  if (path === undefined || hash === undefined) return 'is not well encoded.';
  const target = path === '' ? from : posix.join(posix.dirname(from), path);
  if (target.startsWith('..')) return 'leads out of the site.';
  if (!known.has(target)) {
    return known.has(posix.join(target, 'index.html'))
      ? 'names a folder; name its index.html, which a double-click can open.'
      : `leads to ${target}, which is not in the site.`;
  }
  if (hash === '' || !/\.(?:html|svg)$/u.test(target)) {
    return link === '#' ? 'leads nowhere.' : undefined;
  }
  const there = await idsOf(site, target, ids);
  return there.has(hash) ? undefined : `leads to an id that ${target} does not have.`;
}

function problemOutside(scheme: string | undefined, followed: boolean, rel: string[]) {
  // its own address, written in full; a browser does not load it
  if (rel.join(' ') === 'canonical' && /^https?$/.test(scheme ?? '')) return undefined;
  if (scheme === 'data') return followed ? 'is a data address to follow.' : undefined;
  if (followed && ['mailto', 'tel'].includes(scheme ?? '')) return undefined;
  if (!followed) return 'is loaded from another origin.';
  if (scheme !== 'https' && scheme !== 'http') return 'has a scheme that is not allowed here.';
  return rel.includes('noopener') && rel.includes('noreferrer')
    ? undefined
    : 'leads outside without rel="noopener noreferrer".';
}

/** Path and hash of a relative address, decoded; undefined where the encoding is wrong. */
function partsOf(link: string): { path: string | undefined; hash: string | undefined } {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(link) ?? [];
  return { path: decoded(path), hash: decoded(hash) };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function idsOf(site: string, path: string, ids: Ids): Promise<Set<string>> {
  const there = ids.get(path) ?? readIds(site, path);
  ids.set(path, there);
  return there;
}

async function readIds(site: string, path: string): Promise<Set<string>> {
  const { document } = await readPage(site, path);
  const ids = [...elementsOf(document)].map((element) => attributeOf(element, 'id'));
  return new Set(ids.filter((id) => id !== undefined));
}
