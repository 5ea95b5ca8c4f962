/**
 * Runs before the page is drawn, from inside the page itself: says that scripts run, so that what needs one has its room
 * from the start, and sets the larger type of those who chose it, so that nothing moves afterwards.
 */
const root = document.documentElement.classList;
root.add('js');
try {
  if (localStorage.getItem('wenhao-large') === 'on') root.add('large');
} catch {
  // Some browsers keep nothing for files of a stick.
}

export {};
