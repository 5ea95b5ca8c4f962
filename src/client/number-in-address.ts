/**
 * `?no=…` in the address of the start page or of the search page: the number of a document. The start page hands it over
 * to the search page, which knows all numbers. Runs before anything is shown; what would only flash stays hidden for a
 * moment (arriving.css).
 */

const script = document.currentScript;
const asked = new URLSearchParams(location.search).get('no') ?? '';

if (asked.trim() !== '' && script instanceof HTMLScriptElement) {
  document.documentElement.classList.add('arriving');
  const page = script.dataset['handOver'];
  // Replaced, so that the way back leads to where the reader came from.
  if (page !== undefined) location.replace(page + location.search + location.hash);
}

// A module, so that its names are its own.
export {};
