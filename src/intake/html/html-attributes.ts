/** Attributes of the elements of a web page. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** The value of an attribute; null: there is none. */
export const htmlAttribute = (element: Tree.Element, name: string): string | null =>
  element.attrs.find((each) => each.name === name)?.value ?? null;

/** What the style in an element itself says of a property. */
export const styleOf = (element: Tree.Element, property: string): string | null =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;!]+)`, 'i')
    .exec(htmlAttribute(element, 'style') ?? '')?.[1]
    ?.trim() ?? null;
