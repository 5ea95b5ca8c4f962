import { openDialog } from './search-dialog.ts';
import { startSearchPage } from './search-page.ts';

/** Search: runs the search page; on other pages it is loaded by the keys of search and opens the dialog. */

declare global {
  interface Window {
    /** Opens the search dialog; set once this script has run. */
    wenhaoOpenSearch?: () => void;
  }
}

const results = document.querySelector<HTMLElement>('#results');
if (results) startSearchPage(results);
window.wenhaoOpenSearch = openDialog;
