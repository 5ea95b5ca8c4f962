import { element } from './dom.ts';

/**
 * `/` or Ctrl+K on any page: puts the cursor into the box of the search page; elsewhere loads search, which is not needed
 * before, and opens its dialog.
 */

const box = document.querySelector<HTMLInputElement>('form[role=search] input[name=q]');
const source = document.querySelector<HTMLElement>('[data-search-script]')?.dataset['searchScript'];

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}

function open(): void {
  if (document.querySelector('#results') || source === undefined) box?.focus();
  else if (window.wenhaoOpenSearch) window.wenhaoOpenSearch();
  else {
    const script = element('script', { src: source });
    script.addEventListener('load', () => window.wenhaoOpenSearch?.());
    // Without the script the box still leads to the search page.
    script.addEventListener('error', () => box?.focus());
    document.head.append(script);
  }
}

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!(isCtrlK || (isSlash && !isTyping(event)))) return;
  event.preventDefault();
  open();
});
