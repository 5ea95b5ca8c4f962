/**
 * Relative addresses between two files of the site: pages know where they stand, so the site works in any folder.
 *
 * @param from path of the page in the site: `notices/jgsj-2023-17.html`
 * @returns a function from a path in the site, fragment and query allowed, to what `href` needs on that page
 */
export function addressesFrom(from: string): (to: string) => string {
  const up = '../'.repeat(from.split('/').length - 1);
  return (to) => (up === '' ? `./${to}` : up + to);
}
