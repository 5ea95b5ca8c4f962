// @ts-check
import { dirname, resolve } from 'node:path';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import importX from 'eslint-plugin-import-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import { IN_BROWSERS, ROOMS } from './rooms.mjs';

const linesRule = builtinRules.get('max-lines-per-function');

/**
 * ESLint’s own rule, but for the function of a `describe`: the tests in it are counted one by one.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const maxLinesPerFunction = {
  meta: linesRule?.meta ?? {},
  create: (context) =>
    linesRule?.create(
      Object.create(context, {
        report: {
          /** @param {import('eslint').Rule.ReportDescriptor & { node: import('eslint').Rule.Node }} problem */
          value: (problem) => {
            const isDescribe = /^describe\b/.test(
              context.sourceCode.getText(problem.node.parent ?? undefined),
            );
            if (!isDescribe) context.report(problem);
          },
        },
      }),
    ) ?? {},
};

/** Names of what makes HTML of a text, as a selector has them. */
const MARKUP =
  '/^(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/';

/**
 * The rules of `rooms.mjs`. `no-restricted-paths` goes by files, not by how an import is written, and does not ask whether
 * it is one of types.
 *
 * @type {import('eslint').Linter.Config[]}
 */
const boundaries = [
  {
    files: ['src/**/*.{ts,mjs,astro}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [{ interfaceVersion: 3, name: 'relative', resolve: fileOf }],
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...ROOMS.map((room, index) => zoneOf(room, IN_BROWSERS[room] ?? ROOMS.slice(0, index))),
            {
              target: './src',
              from: './test',
              message: 'The tests look into src/, and src/ not into the tests.',
            },
          ],
        },
      ],
    },
  },
  {
    files: Object.keys(IN_BROWSERS).map((room) => `src/${room}/**/*.ts`),
    rules: { 'import-x/no-nodejs-modules': 'error' },
  },
];

/**
 * The file that a relative import names: every import of this project writes it in full. Behind `?` stands how Vite is to
 * load it.
 *
 * @param {string} name as imported
 * @param {string} file that imports it
 */
function fileOf(name, file) {
  return name.startsWith('.')
    ? { found: true, path: resolve(dirname(file), name.replace(/\?.*$/, '')) }
    : { found: false };
}

/**
 * @param {string} room
 * @param {readonly string[]} others that it may look into
 */
function zoneOf(room, others) {
  return {
    target: `./src/${room}`,
    from: './src',
    except: [room, ...others].map((each) => `./${each}`),
    message: `src/${room} may import from: ${others.join(', ') || 'itself alone'} (rooms.mjs).`,
  };
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
    files: ['src/**/*.{ts,mjs}', 'test/**/*.ts'],
    plugins: { own: { rules: { 'max-lines-per-function': maxLinesPerFunction } } },
    rules: {
      'own/max-lines-per-function': [
        'error',
        { max: 60, skipBlankLines: true, skipComments: true },
      ],
      complexity: ['error', 15],
    },
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
    files: ['src/browser/**/*.ts'],
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
);
