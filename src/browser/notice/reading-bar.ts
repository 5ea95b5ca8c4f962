/**
 * The reading bar: progress, previous and next clause, contents, read aloud. In the box of the
 * contents where that stays beside the text; else a strip at the foot of the window, away at both ends of the text.
 */
import { clauses, onProgress } from './clause-at.ts';
import { element } from '../shared/dom.ts';
import { progressLine } from './progress.ts';
import { readAloudButton } from './read-aloud.ts';
import { stepButtons } from './clause-navigation.ts';

const sheet = document.querySelector('.sheet');
const contents = document.querySelector('[data-contents]');
const bar = element(
  'div',
  { role: 'group', class: 'reading-bar', 'aria-label': '阅读' },
  progressLine(),
);

if (clauses.length > 0) bar.append(...stepButtons());
if (contents) bar.append(element('a', { href: '#contents' }, '目录'));
bar.append(readAloudButton());

/** The style sheet decides where the contents stand, by window and type size. */
function place(): void {
  const stays = contents !== null && getComputedStyle(contents).position === 'sticky';
  const before = stays ? contents.children[1] : sheet;
  if (before && before !== bar && before !== bar.nextElementSibling) before.before(bar);
}

// At once, or the list would move when the bar comes.
place();
onProgress(({ isAmid }) => {
  place();
  // Without clauses the bar would be empty and hide text.
  bar.classList.toggle('amid', isAmid && clauses.length > 0);
});
