/**
 * The page for a missing address is served at any depth, so it cannot carry links of its own: it looks for the
 * nearest folder above it that holds the archive and then offers the way there.
 */

async function rootOf(page: URL): Promise<URL | undefined> {
  for (let folder = new URL('.', page); ; folder = new URL('..', folder)) {
    if (await holdsArchive(folder)) return folder;
    if (folder.pathname === '/') return undefined;
  }
}

async function holdsArchive(folder: URL): Promise<boolean> {
  // A file opened by double-click is 404.html itself, and nothing can be asked there.
  if (folder.protocol === 'file:') return true;
  try {
    return (await fetch(new URL('api/notices.json', folder).href, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

void rootOf(new URL(location.href)).then((root) => {
  if (!root) return;
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>('a[data-to]'))) {
    link.href = new URL(link.dataset['to'] ?? '', root).href;
  }
  document.querySelector('[data-ways]')?.removeAttribute('hidden');
});
