/** A line at the foot of the window that says what has been done, also to a screen reader. */
import { element } from './dom.ts';

/** Milliseconds that the line stays: enough to read it. */
const SHOWN_MS = 4000;

const line = element('div', { role: 'status', class: 'notify' });
let timer = 0;

document.body.append(line);

/** @param what was copied */
export function copied(what: string): void {
  show(`已复制：${what}`);
  timer = window.setTimeout(() => show(''), SHOWN_MS);
}

/** Where the browser forbids copying: shows the text, selected, for the reader to copy. Stays until it loses the focus. */
export function byHand(text: string): void {
  const field = element('textarea', { readonly: '', rows: '5', 'aria-label': '要复制的文字' });
  field.value = text;
  show('浏览器不允许自动复制，请按 Ctrl+C：', field);
  field.focus();
  field.select();
  field.addEventListener('blur', () => show(''));
}

function show(...content: (string | Node)[]): void {
  clearTimeout(timer);
  line.replaceChildren(...content);
}
