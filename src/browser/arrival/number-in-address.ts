/**
 * `?no=…` in the address of the start page or of the search page: the number of a document. The start page hands it over
 * to the search page, which knows all numbers. Runs before anything is shown; parts that would only flash stay hidden for a
 * moment (arriving.css).
 */

const root = document.documentElement;
/** Where numbers are resolved: another page, or `""` for this one; absent on pages that take none. */
const page = root.dataset['number'];
const asked = new URLSearchParams(location.search).get('no') ?? '';

if (page !== undefined && asked.trim() !== '') {
  root.classList.add('arriving');
  // Replaced, so that Back returns to the page before.
  if (page !== '') location.replace(page + location.search + location.hash);
}

// A module, so that its names are its own.
export {};
