/** Whether the text of a page has room: what sticks out, what is cut off, what covers the rest. */
import type { Page } from 'playwright-core';

/** Opens everything on a page that can be unfolded. */
export async function allNodes(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
  });
}

/**
 * What makes a page scroll sideways. Boxes that scroll by themselves may hold more than their width (WCAG 2.2, 1.4.10:
 * tables).
 *
 * @returns how wide the page is and the innermost elements that stick out; empty when it fits its window
 */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = Array.from(document.body.querySelectorAll('*')).filter(
      (element) =>
        element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element.parentElement),
    );
    const innermost = wide.filter(
      (each) => !wide.some((other) => other !== each && each.contains(other)),
    );
    const lines = innermost
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName}.${element.getAttribute('class') ?? ''}: ${element.textContent.trim().slice(0, 30)}`,
      );
    return [`${scrollWidth} px wide in a window of ${innerWidth}`, ...lines];
  });
}

/**
 * Texts that are not shown whole because their box is too small for them. Texts for screen readers alone do not count.
 *
 * @returns one line an element
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = 'html, body, input, textarea, select, progress, svg, svg *';
    const lines: string[] = [];
    for (const element of Array.from(document.querySelectorAll('body *'))) {
      if (!(element instanceof HTMLElement)) continue;
      const { clientWidth, clientHeight, scrollWidth, scrollHeight, innerText } = element;
      if (
        element.matches(fields) ||
        clientWidth <= 1 ||
        clientHeight <= 1 ||
        innerText.trim() === ''
      )
        continue;
      const style = getComputedStyle(element);
      const isControl = element.matches('button, summary, [role=button], [role=menuitem]');
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const isCut =
        ((cuts(style.overflowX) || isControl) && scrollWidth > clientWidth + 1) ||
        (cuts(style.overflowY) && scrollHeight > clientHeight + 1);
      if (isCut)
        lines.push(`${element.tagName}.${element.className}: ${innerText.trim().slice(0, 30)}`);
    }
    return lines;
  });
}

/** The share of the window, scrolled to the middle of the page, that is covered by what does not scroll with it: 0 to 1. */
export function coveredShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const stays = (element: Element | null): boolean =>
      element !== null &&
      (/fixed|sticky/u.test(getComputedStyle(element).position) || stays(element.parentElement));
    let covered = 0;
    const steps = 64;
    for (let step = 0; step < steps; step += 1) {
      const y = ((step + 0.5) / steps) * innerHeight;
      if (stays(document.elementFromPoint(innerWidth / 2, y))) covered += 1;
    }
    return covered / steps;
  });
}

/** Spaces a text as WCAG 2.2, 1.4.12 has readers do it with styles of their own. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    // A sheet made by script: the policy of the pages lets no style element in.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}
