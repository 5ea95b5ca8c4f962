/** Sets the larger type (长者模式) of those who chose it, before the page is drawn: nothing moves afterwards. */
try {
  if (localStorage.getItem('wenhao-large') === 'on')
    document.documentElement.classList.add('large');
} catch {
  // Some browsers give `file://` pages no storage.
}

// A module, so that it can be imported.
export {};
