/** 引用本文: the reference with the address at which the notice is read, and what can be copied of the notice as a whole. */
import { gbt7714 } from '../../citation/gbt7714.ts';
import { element } from '../shared/dom.ts';
import { noticeHere } from './reference-here.ts';
import { CLAUSE_ACTIONS } from './clause-actions.ts';

const box = document.querySelector('[data-cite-notice]');
const reference = noticeHere();

if (box && reference) {
  const text = box.querySelector('.reference');
  if (text) text.textContent = gbt7714(reference);
  const buttons = CLAUSE_ACTIONS.filter(({ only }) => only === undefined).map(({ name, take }) => {
    const button = element('button', { type: 'button', class: 'link' }, name);
    button.addEventListener('click', () => take({ reference, clause: null }));
    return element('li', {}, button);
  });
  // Unlike the built files, these contain the address of the page.
  box.querySelector('ul')?.replaceChildren(...buttons);
}
