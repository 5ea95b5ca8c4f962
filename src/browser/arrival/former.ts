/**
 * Redirects from a page that no longer exists: to the new address of the clause in the fragment, else to that of the page.
 * For what was withdrawn the page says so.
 */
function leadOn(): void {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  const place = named ?? document.querySelector('[data-former-whole]');
  const links = place?.querySelectorAll<HTMLAnchorElement>('a[data-moved-to]') ?? [];
  // of an address that changed more than once the last target counts
  const link = links[links.length - 1];
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  // an anchor that was never published: left to the new page
  if (target.hash === '') target.hash = location.hash;
  location.replace(target.href);
}

leadOn();
