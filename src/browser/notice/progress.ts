import { onProgress } from './clause-at.ts';
import { element } from '../shared/dom.ts';

/** A line that grows with what has been read. For the eye alone: a screen reader knows better where it is, and some of them beep at every step of a progress bar. */
export function progressLine(): HTMLElement {
  const line = element('div', { class: 'reading-progress', 'aria-hidden': 'true' });
  onProgress(({ share }) => {
    line.style.transform = `scaleX(${share})`;
  });
  return line;
}
