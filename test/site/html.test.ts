import { join } from 'node:path';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/publish/verify/html.ts';
import { dist } from '../support/places.ts';

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // The title of a notice is as long as its issuer made it.
      'long-title': 'off',
      // The filter acts at every choice and is hidden where no script runs: a button would do nothing.
      'wcag/h32': 'off',
    },
  }),
);

test('every page is valid HTML', async () => {
  const pages = (await filesIn(dist)).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(0);
  const report = await validator.validateMultipleFiles(pages.map((path) => join(dist, path)));
  expect(formatterFactory('text')(report.results)).toBe('');
});
