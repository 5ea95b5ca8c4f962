import { clauseText } from '../notice/clause-text.ts';
import { element } from '../shared/dom.ts';

/** The content of the box. */
export interface WrongAnchor {
  /** What the address names, as a person would: 第九部分第（四）项. */
  name: string;
  /** Clauses it may mean; the likeliest first. */
  ids: readonly string[];
  /** True: each of them has that name. False: none has, and these are near. */
  fits: boolean;
  /** The query for searching the archive. */
  query: string;
}

/** Clauses offered at most. */
const MOST = 8;
/** Characters of a clause shown, and of a name. */
const SHOWN = 24;

/**
 * Says above the text that the address names no clause of it, and where to look; brings that into view.
 *
 * @param sheet holds the text of the notice
 */
export function showWrongAnchor(sheet: HTMLElement, { name, ids, fits, query }: WrongAnchor): void {
  document.querySelector('[data-wrong-anchor]')?.remove();
  const called = name.length > 2 * SHOWN ? `${name.slice(0, 2 * SHOWN)}…` : name;
  const heading = element(
    'h2',
    { tabindex: '-1' },
    fits ? `本文有 ${ids.length} 处“${called}”` : `本文没有“${called}”`,
  );
  const box = element(
    'section',
    { class: 'wrong-anchor', role: 'status', 'data-added': '', 'data-wrong-anchor': '' },
    heading,
    ...nearby(ids, fits),
    ways(query),
  );
  sheet.prepend(box);
  heading.focus();
  box.scrollIntoView({ block: 'nearest' });
}

function nearby(ids: readonly string[], fits: boolean): HTMLElement[] {
  if (ids.length === 0) return [];
  const links = ids.slice(0, MOST).map((id) => element('li', {}, linkTo(id)));
  const list = element('ul', {}, ...links);
  return fits ? [list] : [element('p', {}, '相近的条款：'), list];
}

/** A clause by its name and its first words. */
function linkTo(id: string): HTMLElement {
  const clause = document.getElementById(id);
  const name = clause?.querySelector<HTMLElement>(':scope > .link-sign')?.dataset['part'] ?? id;
  const [first = ''] = clause ? clauseText(clause).split(/[。\n]/) : [];
  const words = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first;
  return element('a', { href: `#${id}` }, `${name} ${words}`);
}

function ways(query: string): HTMLElement {
  const line = element('p', {});
  if (document.getElementById('contents')) {
    line.append(element('a', { href: '#contents' }, '本文目录'), '；');
  }
  const search = document.querySelector<HTMLFormElement>('form[role=search]');
  const asked = new URLSearchParams({ q: query }).toString();
  const href = `${search?.action ?? ''}?${asked}`;
  line.append('在全部公文中', element('a', { href }, `检索“${query}”`));
  return line;
}
