import '../shared/help-key.ts';
import { onKeys } from '../shared/keys.ts';
import { openDialogOf } from '../shared/dialogs.ts';

/** `/` or Ctrl+K on any page: puts the cursor into the box of the search page; elsewhere opens the dialog of search. */

function open(): void {
  const box = document.querySelector<HTMLInputElement>('form[role=search] input[name=q]');
  if (document.querySelector('#results')) box?.focus();
  // Without the script the box still leads to the search page.
  else openDialogOf('wenhaoOpenSearch', () => box?.focus());
}

onKeys({ '/': open });

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
  event.preventDefault();
  open();
});
