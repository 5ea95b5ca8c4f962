import { isNumber, mayJump, noticesNumbered, readClause, readNumber } from '../search/jump.ts';
import { element } from './dom.ts';
import { loadNumbers, loadPart, loadWorks, root } from './search-files.ts';

/** Clauses are looked for in so many notices at most: a city may have many. */
const looked = 8;

/**
 * Links to what a query names by number: notices, works, clauses. Loads nothing for a query that is no number.
 *
 * @param query as typed
 */
export async function jumpsFor(query: string): Promise<HTMLElement[]> {
  if (!mayJump(query)) return [];
  const written = readNumber(query);
  const notices = await loadNumbers();
  const jumps = noticesNumbered(query, notices).map(({ id, number }) =>
    jump(`notices/${id}.html`, id, number ?? id),
  );
  if (written) {
    for (const { id, name, number } of await loadWorks()) {
      if (isNumber(number, written)) jumps.push(jump(`works/${id}.html`, id, number ?? id, name));
    }
  }
  return [...jumps, ...(jumps.length === 0 ? await clausesFor(query, notices) : [])];
}

async function clausesFor(
  query: string,
  notices: Awaited<ReturnType<typeof loadNumbers>>,
): Promise<HTMLElement[]> {
  const clause = readClause(query, notices);
  if (!clause) return [];
  const jumps = clause.notices.slice(0, looked).map(async ({ id, number, part }) => {
    const text = (await loadPart(part)).find((notice) => notice.id === id);
    const nodes = text?.nodes.filter((node) => clause.anchors.includes(node.id)) ?? [];
    return nodes.map((node) =>
      jump(`notices/${id}.html#${node.id}`, `${id}#${node.id}`, `${number ?? id} ${node.path}`),
    );
  });
  return (await Promise.all(jumps)).flat();
}

function jump(address: string, target: string, number: string, name = ''): HTMLElement {
  const link = element('a', { href: root + address, 'data-go': target }, number);
  return element('p', { class: 'jump' }, '直达 ', link, name === '' ? '' : ` ${name}`);
}
