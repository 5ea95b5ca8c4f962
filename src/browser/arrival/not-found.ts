import { nearestDocuments } from '../../search/query/nearest-document.ts';
import { element } from '../shared/dom.ts';

/**
 * The page for a missing address is served at any depth, so it cannot carry links of its own: it looks for the nearest
 * folder above it that holds the archive, and then offers the way there, what comes nearest to the address, and a search.
 */

/** What the static API says of a notice or a work. */
interface Listed {
  id: string;
  url: string;
  title: string | null;
  number: string | null;
}

const [form] = Array.from(document.forms);

/** What the address asks for: its last part without ending. Empty for this page itself and for folders. */
function askedFor({ pathname }: Location): string {
  const last = /([^/]*)$/.exec(pathname)?.[1] ?? '';
  const name = decoded(last).replace(/\.[a-z]{1,5}$/i, '');
  return ['404', 'index'].includes(name) ? '' : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The lists of the nearest folder above a page that has them. */
async function archiveAbove(page: URL): Promise<{ root: URL; documents: Listed[] } | undefined> {
  for (let folder = new URL('.', page); ; folder = new URL('..', folder)) {
    const notices = await listAt(new URL('api/notices.json', folder));
    if (notices) {
      const works = await listAt(new URL('api/works.json', folder));
      return { root: folder, documents: [...notices, ...(works ?? [])] };
    }
    if (folder.pathname === '/') return undefined;
  }
}

/** A list of the static API. Some servers send a page for whatever they do not have, and call it a success. */
async function listAt(address: URL): Promise<Listed[] | undefined> {
  try {
    const answer = await fetch(address.href);
    const list: unknown = answer.ok ? await answer.json() : undefined;
    return Array.isArray(list) ? (list as Listed[]) : undefined;
  } catch {
    return undefined;
  }
}

function showWays(root: URL): void {
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>('a[data-to]'))) {
    link.href = new URL(link.dataset['to'] ?? '', root).href;
  }
  if (form) form.action = new URL('search.html', root).href;
  document.querySelector('[data-ways]')?.removeAttribute('hidden');
}

function showNearest(asked: string, root: URL, documents: readonly Listed[]): void {
  const links = nearestDocuments(asked, documents).map(({ id, url, title, number }) => {
    // What is right but for its ending or its letters keeps its clause.
    const hash = id === asked.toLowerCase() ? location.hash : '';
    const href = new URL(url, root).href + hash;
    const link = element('a', { href, 'data-near': id }, title ?? number ?? id);
    return element('li', {}, link, number === null ? '' : ` ${number}`);
  });
  if (links.length === 0) return;
  document.querySelector('[data-nearest] ul')?.append(...links);
  document.querySelector('[data-nearest]')?.removeAttribute('hidden');
}

function sayWhat(asked: string): void {
  const [box] = Array.from(document.querySelectorAll<HTMLInputElement>('input[name=q]'));
  if (box) box.value = asked;
  document.querySelector('[data-asked]')?.append(`您要找的是“${asked}”。`);
}

async function start(): Promise<void> {
  // Nothing can be asked of a disk; a file opened by double-click is 404.html itself, and it stands in the archive.
  if (location.protocol === 'file:') {
    showWays(new URL('.', location.href));
    return;
  }
  const asked = askedFor(location).slice(0, 80);
  if (asked !== '') sayWhat(asked);
  const archive = await archiveAbove(new URL(location.href));
  if (!archive) return;
  showWays(archive.root);
  if (asked !== '') showNearest(asked, archive.root, archive.documents);
}

void start();
