import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is asked of a page: WCAG 2.2 level AA, and what axe calls good practice (landmarks, order of headings). */
const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // WCAG 2.2, 2.5.8; axe leaves it off until it is asked for.
  rules: { 'target-size': { enabled: true } },
};

/** Rules whose answer differs with colours alone, and with sizes alone: enough where nothing else differs. */
const some = {
  colours: ['color-contrast', 'link-in-text-block'],
  sizes: ['target-size', 'scrollable-region-focusable', 'color-contrast'],
};

/**
 * What axe finds wrong with a page as it is at this moment.
 *
 * @param only the rules that colours, or sizes, decide
 * @returns one line for each rule and element: the rule, the element, what to do; none when all is well
 */
export async function violationsOf(page: Page, only?: keyof typeof some): Promise<string[]> {
  // Evaluated, not added as a script: the policy of the pages forbids inline code and stays in force.
  await page.evaluate(`if (!window.axe) { ${axe.source} }`);
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(
        options,
      ),
    only ? { ...everything, runOnly: { type: 'rule' as const, values: some[only] } } : everything,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/gu, ' ')}`,
    ),
  );
}
