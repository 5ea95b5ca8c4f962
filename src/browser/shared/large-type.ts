/** 长者模式: larger type and larger targets, stored where the browser allows it. `stored-type-size.ts` sets it on the next page. */

const button = document.querySelector<HTMLButtonElement>('[data-large]');
const root = document.documentElement.classList;

function say(): void {
  button?.setAttribute('aria-pressed', String(root.contains('large')));
}

button?.addEventListener('click', () => {
  const isLarge = root.toggle('large');
  say();
  try {
    localStorage.setItem('wenhao-large', isLarge ? 'on' : 'off');
  } catch {
    // It then lasts as long as the page.
  }
});
say();

export {};
