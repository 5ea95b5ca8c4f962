/** The way of the Tab key through a page. */
import type { Page } from 'playwright-core';

/** What went wrong on a walk, one line an element. */
export interface KeyWalk {
  /** What the keyboard should have reached and did not. */
  missed: string[];
  /** Stops that go backwards, whose focus is not to be seen, that are covered or out of view. */
  faults: string[];
}

/** What the page knows of the walk. */
interface Walker {
  expected: Element[];
  reached: Element[];
  faults: string[];
  /** Covered when the keyboard came: by a card of the stop before, which needs a moment to close, or for good. */
  doubtful: HTMLElement[];
  name: (element: Element) => string;
  isUncovered: (element: Element) => boolean;
}

/** Milliseconds after which whatever the last stop opened has closed. */
const settled = 400;

/**
 * Presses Tab until all of a page has been passed and looks at each stop.
 *
 * @param page one that was just opened, nothing on it focused, without transitions
 */
export async function walkThrough(page: Page): Promise<KeyWalk> {
  const stops = await page.evaluate(watch);
  for (let press = 0; press < stops + 2; press += 1) await page.keyboard.press('Tab');
  return page.evaluate(async (pause) => {
    const { walk } = window as unknown as { walk: Walker };
    const { expected, reached, doubtful, name, faults } = walk;
    for (const element of doubtful) {
      element.blur();
      element.focus();
      await new Promise((done) => setTimeout(done, pause));
      if (!walk.isUncovered(element)) faults.push(`covered or out of view: ${name(element)}`);
    }
    return { missed: expected.filter((element) => !reached.includes(element)).map(name), faults };
  }, settled);
}

/** Runs in the page: notes every stop; returns how many there should be. */
function watch(): number {
  const name = (element: Element) =>
    `${element.tagName}.${element.className}: ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}`;
  /** How an element and what is around it look: a focus may be shown on the box of a field. */
  const looks = (element: Element): string =>
    [element, element.parentElement, element.parentElement?.parentElement]
      .map((each) => {
        if (!each) return '';
        const style = getComputedStyle(each);
        const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = style;
        const outline = outlineStyle === 'none' ? '' : outlineStyle + outlineWidth;
        const lines = [outline, style.borderColor, style.textDecorationLine];
        return [...lines, boxShadow, backgroundColor, style.color].join();
      })
      .join(' ');
  /** Whether an element is in a closed fold; its summary is not. */
  const isFolded = (element: Element): boolean => {
    const fold = element.parentElement?.closest('details:not([open])');
    if (!fold) return false;
    return !fold.querySelector('summary')!.contains(element) || isFolded(fold);
  };
  // Not by `checkVisibility` (Chrome 105).
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility === 'visible' &&
    !isFolded(element);
  const isUncovered = (element: Element): boolean =>
    Array.from(element.getClientRects()).some(({ left, right, top, bottom, width, height }) => {
      if (width < 2 || height < 2) return true;
      const points = [0.1, 0.5, 0.9].map(
        (share) => [left + share * (right - left), top + share * (bottom - top)] as const,
      );
      return points.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    });
  const selector =
    'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex]';
  /** Of the buttons of a choice only the chosen one is a stop. */
  const isStop = (element: Element) =>
    isShown(element) &&
    (element as HTMLElement).tabIndex >= 0 &&
    !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
  const expected = Array.from(document.querySelectorAll(selector)).filter(isStop);
  const unfocused = new Map(expected.map((element) => [element, looks(element)]));
  const walk: Walker = { expected, reached: [], faults: [], doubtful: [], name, isUncovered };
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || walk.reached.includes(target)) return;
    const last = walk.reached[walk.reached.length - 1];
    walk.reached.push(target);
    if (last && !(last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      walk.faults.push(`backwards: ${name(last)} → ${name(target)}`);
    }
    if (looks(target) === unfocused.get(target))
      walk.faults.push(`focus not to be seen: ${name(target)}`);
    if (!isUncovered(target)) walk.doubtful.push(target);
  });
  Object.assign(window, { walk });
  return expected.length;
}
