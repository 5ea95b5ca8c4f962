import './number-in-address.ts';

/**
 * Runs before the page is drawn, from inside the page itself: says that scripts run, so that what needs one has its room
 * from the start, that a question stands in the address, so that its answer gets the room, and sets the larger type of
 * those who chose it: nothing moves afterwards.
 */
const root = document.documentElement.classList;
root.add('js');
if (/[?&](q|no)=[^&]/.test(location.search)) root.add('asked');
try {
  if (localStorage.getItem('wenhao-large') === 'on') root.add('large');
} catch {
  // Some browsers keep nothing for files of a stick.
}
