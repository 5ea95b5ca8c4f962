/** 原文 or 校订: which reading of the applied errata is shown. Stored for all notices, where the browser allows it. */

const STORAGE_KEY = 'wenhao-reading';
const choice = document.querySelector<HTMLElement>('[data-reading]');
const errata = Array.from(document.querySelectorAll<HTMLElement>('[data-erratum="applied"]'));

function show(reading: string): void {
  const corrected = reading === 'corrected';
  for (const erratum of errata) {
    for (const [selector, hidden] of [
      ['[data-printed]', corrected],
      ['[data-corrected]', !corrected],
    ] as const) {
      const part = erratum.querySelector<HTMLElement>(selector);
      if (part) part.hidden = hidden;
    }
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? 'printed';
  } catch {
    return 'printed';
  }
}

function remember(reading: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, reading);
  } catch {
    // Some browsers give `file://` pages no storage; the choice then lasts as long as the page.
  }
}

if (choice) {
  for (const input of Array.from(choice.querySelectorAll('input'))) {
    input.checked = input.value === remembered();
    input.addEventListener('change', () => {
      show(input.value);
      remember(input.value);
    });
  }
  show(remembered());
}
