import { jsx } from 'astro/jsx-runtime';

/** A heading of one level without the id that Astro derives from its words: addresses come from printed numbers only. */
export function headingTag(level: 3 | 4 | 5 | 6): (props: { children: unknown }) => unknown {
  return ({ children }) => jsx(`h${String(level)}`, { children });
}
