import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page of the built site. */
export interface Page {
  /** Its path in the site with forward slashes: `notices/jgsj-2023-17.html`. */
  path: string;
  document: DefaultTreeAdapterTypes.Document;
}

/** The paths of all files of a folder, with forward slashes, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Reads and parses one page; `path` is relative to `folder`, with forward slashes. */
export async function readPage(folder: string, path: string): Promise<Page> {
  return { path, document: parse(await readFile(join(folder, path), 'utf8')) };
}

/** All elements below a node, in document order; what is in a `<template>` is not in the document. */
export function* elementsOf(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) yield child;
    yield* elementsOf(child);
  }
}

/** The value of an attribute; undefined when it is absent, `""` when it has none. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The text of a node as `textContent` gives it, without the elements for which `skip` is true. */
export function elementText(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  if (defaultTreeAdapter.isElementNode(node) && skip(node)) return '';
  return node.childNodes.map((child) => elementText(child, skip)).join('');
}
