// @ts-check
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The way imports go: notation ← notice ← pipeline, checks, exports ← pages ← commands. Each room names the rooms it
 * may look into; `types` are those it may take types from and nothing that runs.
 *
 * @type {Record<string, { from: string[], types?: string[] }>}
 */
const rooms = {
  notation: { from: [] },
  notice: { from: ['notation'] },
  works: { from: ['notice', 'notation'] },
  checks: { from: ['notice', 'notation', 'works'], types: ['exports', 'pipeline'] },
  references: { from: ['notation'], types: ['exports'] },
  exports: { from: ['notice', 'notation', 'works', 'references'], types: ['pipeline'] },
  pipeline: { from: ['notice', 'notation', 'works', 'checks', 'exports'] },
  receive: { from: ['notice', 'notation', 'works', 'pipeline'] },
  corpus: { from: ['notice', 'notation', 'works', 'exports', 'pipeline'] },
  search: { from: ['notice', 'notation'], types: ['exports'] },
  client: { from: ['search', 'notation', 'references'], types: ['exports'] },
};

/** The rooms of the site and of the commands see all others, but nobody sees into these. */
const closed = ['cli', 'build', 'pack'];

/** @type {import('eslint').Linter.Config[]} */
const boundaries = Object.entries(rooms).map(([room, { from, types = [] }]) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          onlyInto(
            room,
            [...from, ...types],
            `src/${room} may import from: ${list([...from, ...types])}.`,
          ),
          ...types.map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            allowTypeImports: true,
            message: `src/${room} may import types from src/${other} and nothing that runs.`,
          })),
        ],
      },
    ],
  },
}));

/** Names of what makes HTML of a text, as a selector has them. */
const MARKUP =
  '/^(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/';

/**
 * @param {string} room
 * @param {string[]} allowed
 * @param {string} message
 */
function onlyInto(room, allowed, message) {
  // Rooms have folders of their own (`src/pipeline/scan`): a way up that stays in the room names no room.
  const others = [
    ...Object.keys(rooms),
    ...closed,
    'pages',
    'layouts',
    'components',
    'archive\\.ts',
  ];
  const forbidden = others.filter((other) => other !== room && !allowed.includes(other));
  return { regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message };
}

/** @param {string[]} names */
function list(names) {
  return names.length === 0 ? 'itself alone' : names.join(', ');
}

export default defineConfig(
  globalIgnores(['dist/', 'content/', 'seeds/', 'public/', '.cache/', '.astro/', 'coverage/']),
  js.configs.recommended,
  {
    // The ideographic space is what this project is about.
    rules: {
      'no-irregular-whitespace': [
        'error',
        { skipComments: true, skipRegExps: true, skipTemplates: true, skipJSXText: true },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers read well in a sentence; it is objects that turn into “[object Object]”.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // tsc’s noPropertyAccessFromIndexSignature asks for the brackets this rule would take away.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Spread is how a text becomes its characters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // It asks for the `!` that another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  {
    files: ['src/{components,layouts}/**/*.ts'],
    // ESLint does not see into .astro files; `astro check` does.
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    // A test that finds nothing where something must be is right to fail on the spot.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    // `astro check` knows the names; ESLint does not know Astro’s globals.
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
  {
    files: ['src/client/**/*.ts'],
    // What a notice, a query or an address says is text: `element()` of dom.ts makes elements, and nothing makes code.
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-syntax': [
        'error',
        ...[
          `MemberExpression[property.name=${MARKUP}]`,
          `MemberExpression[property.value=${MARKUP}]`,
          `Property[key.name=${MARKUP}]`,
          'MemberExpression[object.name="document"][property.name=/^write/]',
          'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^on|^style$|^srcdoc$/]',
        ].map((selector) => ({
          selector,
          message:
            'This reads text as HTML or code: make elements with element() of src/browser/shared/dom.ts.',
        })),
      ],
    },
  },
  ...boundaries,
  {
    files: ['src/{pages,layouts,components}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^(\\.\\./)+(${closed.join('|')})/`, message: 'A page never runs a command.' },
          ],
        },
      ],
    },
  },
);
