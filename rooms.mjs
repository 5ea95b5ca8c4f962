// @ts-check
/**
 * The rooms of `src/`, highest first. A room imports only from itself and from rooms above it, types included; what
 * several rooms need lives in the highest of them. The tests import from all rooms and no room from the tests.
 * `eslint.config.mjs` makes rules of this list; that no modules import each other in a circle is checked by oxlint.
 */
export const ROOMS = [
  'notation',
  'model',
  'diagnostics',
  'authored',
  'records',
  'pipeline',
  'permalinks',
  'archive',
  'styles',
  'citation',
  'exports',
  'metadata',
  'search/query',
  'search',
  'intake',
  'browser',
  'handbook',
  'components',
  'layouts',
  'content.config.ts',
  'pages',
  'publish',
  'release',
  'cli',
];

/**
 * What runs in browsers, and the other rooms it may look into: none that needs Node.
 *
 * @type {Record<string, string[]>}
 */
export const IN_BROWSERS = {
  notation: [],
  model: ['notation'],
  citation: ['notation', 'model'],
  'search/query': ['notation', 'model'],
  browser: ['notation', 'model', 'citation', 'search/query'],
};
