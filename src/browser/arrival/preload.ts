/** Preloads the first file that the script of the page will need, while that script is still loading. */
const file = document.documentElement.dataset['ahead'];

if (file !== undefined) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'script';
  link.href = file;
  document.head.append(link);
}

// A module, so that its names are its own.
export {};
