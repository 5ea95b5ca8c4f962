import { type Folding, foldingFor } from '../../notation/normalize/search-text.ts';
import type { Deliver, SearchManifest } from '../../search/query/search-data.ts';
import { element } from '../shared/dom.ts';

/**
 * Folding with the traditional characters of the archive, for pages that do not search otherwise. Their table is in the
 * manifest of search; it is loaded by a script element, the only way on `file://`.
 */

const script = document.currentScript;
let folding: Promise<Folding> | undefined;

/** Loads the table, once; without it, traditional characters stay what they are. Never fails. */
export function archiveFolding(): Promise<Folding> {
  folding ??= loadVariants().then(foldingFor);
  return folding;
}

function loadVariants(): Promise<string> {
  const address = script instanceof HTMLScriptElement ? script.src : location.href;
  const loader = element('script', { src: new URL('../search/manifest.js', address).href });
  return new Promise((resolve) => {
    let variants = '';
    // The search dialog may wait for files on the same page: pass them on.
    const other = window.wenhaoSearch;
    const deliver: Deliver = (build, name, payload) => {
      if (name === 'manifest') ({ variants } = payload as SearchManifest);
      other?.(build, name, payload);
    };
    window.wenhaoSearch = deliver;
    for (const end of ['load', 'error']) {
      loader.addEventListener(end, () => {
        loader.remove();
        resolve(variants);
      });
    }
    document.head.append(loader);
  });
}
