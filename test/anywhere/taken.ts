/** What a reader takes from a page: its words, what he copied, the files it leads to. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { PageWords } from '../../src/publish/verify/verify-text.ts';

/** Runs in the page: the words of the notice, and apart from them the residue. */
export function wordsShown(): PageWords {
  const words = (of: Element, without: string) => {
    const copy = of.cloneNode(true) as Element;
    for (const other of Array.from(copy.querySelectorAll(without))) other.remove();
    return copy.textContent;
  };
  const linesOf = (element: Element): [number, number] | undefined => {
    const lines = (element.getAttribute('data-residue-line') ?? '').split('-').map(Number);
    return lines[0] ? [lines[0], lines[lines.length - 1]!] : undefined;
  };
  return {
    text: words(document.querySelector('[data-notice-text]')!, '[data-added], [data-residue]'),
    residue: Array.from(document.querySelectorAll('[data-residue]'), (one) => ({
      text: words(one, '[data-added]'),
      lines: linesOf(one),
    })),
  };
}

/** The bytes behind an address of the site, without a browser. */
export async function bytesAt(address: string): Promise<Buffer> {
  if (address.startsWith('file:')) return readFile(fileURLToPath(address));
  const { port } = new URL(address);
  // Names are the browser’s; here it is this machine.
  const answer = await fetch(address.replace(/^http:\/\/[^/]+/u, `http://127.0.0.1:${port}`));
  expect(answer.status, address).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
