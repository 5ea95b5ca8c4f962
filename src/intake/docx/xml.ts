/** Parts of a Word file as trees. */
import { DOMParser } from '@xmldom/xmldom';
import { refused } from '../refuse.ts';

/**
 * Parses a part. No entity but XML's own five is ever expanded, and nothing is fetched.
 * @param bytes UTF-8 or UTF-16
 * @returns its root
 * @throws {Refused} when it is not well formed, or has a document type (forbidden: ECMA-376-2, 8.1.4)
 */
export function parseXml(bytes: Uint8Array): Element {
  const text = textOf(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refused('hostile');
  const stop = (message: string): never => {
    throw refused('damaged', message.replace(/\s+/g, ' ').slice(0, 120));
  };
  const parser = new DOMParser({
    errorHandler: { warning: () => undefined, error: stop, fatalError: stop },
  });
  const root = text.trim() === '' ? null : parser.parseFromString(text, 'text/xml').documentElement;
  // xmldom gives null for a part without element, whatever its types say
  return (root as Element | null) ?? stop('no element');
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The elements right inside an element, in order; of this name, where one is given. Prefixes do not count. */
export function childrenOf(parent: Element | null, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node);
  }
  return found;
}

/** Goes down from an element by names: the first of each. */
export function childAt(parent: Element | null, ...path: string[]): Element | null {
  let at = parent;
  for (const name of path) at = childrenOf(at, name)[0] ?? null;
  return at;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** The value of an attribute, whatever its prefix: `w:val`, `val`. */
export function attribute(element: Element | null, name: string): string | null {
  if (!element) return null;
  for (let at = 0; at < element.attributes.length; at++) {
    const found = element.attributes.item(at);
    if (found && (found.localName === name || found.name === name)) return found.value;
  }
  return null;
}

/** Whether a property such as `<w:vanish/>` is on: it is there, and not `w:val="0"` (ECMA-376-1, 17.17.4). */
export function isOn(parent: Element | null, name: string): boolean {
  const found = childAt(parent, name);
  return found !== null && !/^(?:0|false|off)$/.test(attribute(found, 'val') ?? '');
}
