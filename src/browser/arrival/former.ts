/**
 * A page that is no more leads on at once: to where the clause went that the address names, else to where the page went.
 * What was withdrawn leads nowhere, and the page says so.
 */
function leadOn(): void {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  const place = named ?? document.querySelector('[data-former-whole]');
  const links = place?.querySelectorAll<HTMLAnchorElement>('a[data-moved-to]') ?? [];
  // an address that changed more than once goes where it led last
  const link = links[links.length - 1];
  if (!link) return;
  const target = new URL(link.href);
  target.search = location.search;
  // an anchor that was never published: the new page knows best what to make of it
  if (target.hash === '') target.hash = location.hash;
  location.replace(target.href);
}

leadOn();
