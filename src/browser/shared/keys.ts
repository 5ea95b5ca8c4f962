/**
 * Keys that act by themselves: letters and signs without Ctrl or Alt. They are left alone while somebody types, while a
 * dialog or a menu is open, and when the reader has switched them off (WCAG 2.2, 2.1.4 Character Key Shortcuts). What
 * each does is explained in `help.ts`.
 */

/** All there are: a key means one thing on every page. */
export type CharacterKey = '/' | '?' | 'j' | 'k' | 'c';

const STORAGE_KEY = 'wenhao-keys';
/** The switch for all scripts of the page, also where the browser has no storage. */
const { dataset } = document.documentElement;

/** Whether the reader has left the keys on. */
export function keysAreOn(): boolean {
  dataset['keys'] ??= remembered();
  return dataset['keys'] !== 'off';
}

/** Switches all keys on or off, on this page and, where the browser can store it, from now on. */
export function switchKeys(on: boolean): void {
  dataset['keys'] = on ? 'on' : 'off';
  try {
    localStorage.setItem(STORAGE_KEY, dataset['keys']);
  } catch {
    // Some browsers give `file://` pages no storage; the switch then lasts as long as the page.
  }
}

/** Says what some of the keys do on this page. */
export function onKeys(actions: Partial<Record<CharacterKey, () => void>>): void {
  document.addEventListener('keydown', (event) => {
    const act = actions[event.key as CharacterKey];
    if (!act || isMeantOtherwise(event) || !keysAreOn()) return;
    event.preventDefault();
    act();
  });
}

function isMeantOtherwise({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  return (
    ctrlKey ||
    metaKey ||
    altKey ||
    (target instanceof HTMLElement &&
      target.matches('input, textarea, select, [contenteditable]')) ||
    document.querySelector('dialog[open], [role=menu]') !== null
  );
}

function remembered(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? 'on';
  } catch {
    return 'on';
  }
}
