/**
 * Puts a link round the words of a piece of rendered HTML, not round its elements: a link may hold neither another
 * link nor what can be focused, and both may stand in a cited title.
 *
 * @param html well formed, as Astro renders it
 * @param open the start tag of the link
 * @returns the same words; those that were links already stay what they were
 */
export function linkWords(html: string, open: string): string {
  let inLink = false;
  return html.replace(/<(?:"[^"]*"|[^">])*>|[^<]+/gu, (token) => {
    if (/^<a[\s>]/u.test(token)) inLink = true;
    if (token === '</a>') inLink = false;
    const isWords = !token.startsWith('<') && token.trim() !== '';
    return isWords && !inLink ? `${open}${token}</a>` : token;
  });
}

/** A start tag; attributes that are undefined are left out. */
export function startTag(name: string, attributes: Record<string, string | undefined>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${value.replace(/[&"<>]/gu, entityOf)}"`],
  );
  return `<${name}${written.join('')}>`;
}

function entityOf(character: string): string {
  return `&#${String(character.charCodeAt(0))};`;
}
