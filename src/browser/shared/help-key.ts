import { openDialogOf } from './dialogs.ts';
import { element } from './dom.ts';
import { onKeys } from './keys.ts';

/** `?` on any page, and a button at its foot for those who do not know that there are keys or have switched them off. */

const button = element('button', { type: 'button', class: 'link keys-button' }, '快捷键');

function open(): void {
  openDialogOf('wenhaoOpenHelp', () => {
    button.disabled = true;
  });
}

button.addEventListener('click', open);
document.querySelector('.footer-ways')?.append(button);
onKeys({ '?': open });
