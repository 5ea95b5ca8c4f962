import { type Folding, foldingFor } from '../../notation/normalize/search-text.ts';
import type { Deliver, SearchManifest } from '../../search/query/search-data.ts';
import { element } from '../shared/dom.ts';

/**
 * Folding with the traditional characters of the archive, for pages that do not search otherwise. Their table is in the
 * manifest of search; it is loaded by a script element, because nothing else is open on `file://`.
 */

const script = document.currentScript;
let folder: Promise<Folding> | undefined;

/** Loads the table, once; without it, traditional characters stay what they are. Never fails. */
export function archiveFolder(): Promise<Folding> {
  folder ??= loadVariants().then(foldingFor);
  return folder;
}

function loadVariants(): Promise<string> {
  const address = script instanceof HTMLScriptElement ? script.src : location.href;
  const loader = element('script', { src: new URL('../search/manifest.js', address).href });
  return new Promise((resolve) => {
    let variants = '';
    // The search dialog may be at work on the same page: what it is waiting for goes on to it.
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
