import '../shared/dialogs.ts';
import { openHelp } from '../shared/help.ts';
import { openDialog } from './search-dialog.ts';
import { startSearchPage } from './search-page.ts';

/** Search: runs the search page. On other pages it is loaded by a key and opens its dialog or the help on keys. */

const results = document.querySelector<HTMLElement>('#results');
if (results) startSearchPage(results);
window.wenhaoOpenSearch = openDialog;
window.wenhaoOpenHelp = openHelp;
