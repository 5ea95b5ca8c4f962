import { runScript } from './run-script.ts';

/** The dialogs that every page can open: their script is large, so it is loaded when the first of them is asked for. */

declare global {
  interface Window {
    /** Opens the search dialog; set once the script of search has run. */
    wenhaoOpenSearch?: () => void;
    /** Opens the help on keys; as above. */
    wenhaoOpenHelp?: () => void;
  }
}

/**
 * @param name of what opens the dialog
 * @param otherwise done when the script cannot be loaded
 */
export function openDialogOf(
  name: 'wenhaoOpenSearch' | 'wenhaoOpenHelp',
  otherwise: () => void,
): void {
  const source = document.querySelector<HTMLElement>('[data-search-script]')?.dataset;
  if (window[name]) window[name]();
  else runScript(source?.['searchScript'] ?? '').then(() => window[name]?.(), otherwise);
}
