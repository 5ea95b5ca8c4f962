import { onProgress } from './clause-at.ts';
import { element } from '../shared/dom.ts';

/** The progress line. Hidden from screen readers: they report their own position, and some beep at every step of a progress bar. */
export function progressLine(): HTMLElement {
  const line = element('div', { class: 'reading-progress', 'aria-hidden': 'true' });
  onProgress(({ share }) => {
    line.style.transform = `scaleX(${share})`;
  });
  return line;
}
