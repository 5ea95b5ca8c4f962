/** References to this notice and its clauses, with the address at which the page is read. */
import { locatorOf, type Reference } from '../../citation/reference.ts';

const article = document.querySelector<HTMLElement>('[data-reference]');
/** From the build: with an address only where the site has a canonical one. */
const built = article ? (JSON.parse(article.dataset['reference'] ?? '') as Reference) : null;

/** A `file://` page has no address that others could follow. */
const served = /^https?:$/.test(location.protocol) ? location.origin + location.pathname : null;

/** @returns the reference to the notice of this page; null when the page is no notice */
export function noticeHere(): Reference | null {
  if (!built) return null;
  const url = built.url ?? served;
  return { ...built, url, accessed: url === null ? null : today() };
}

/**
 * @param id of a clause or a paragraph
 * @param part its name behind that of the notice: 第二部分第（三）项; `""`: it has none
 */
export function clauseHere(id: string, part: string): Reference | null {
  const notice = noticeHere();
  return notice && locatorOf(notice, id, part);
}

/** The address to copy: the canonical one, else that of this page (`file://` too). */
export function addressOf({ url }: Reference, id: string | null): string {
  const own = location.href.replace(/[?#].*$/, '');
  return url ?? (id === null ? own : `${own}#${id}`);
}

/** Today where the reader sits, ISO 8601. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
