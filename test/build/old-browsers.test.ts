import { expect, test } from 'vitest';
import { Failure } from '../../src/diagnostics/failure.ts';
import { findNewer, verifyOldBrowsers } from '../../src/publish/verify/verify-browsers.ts';
import { withFolder } from '../support/folders.ts';

/** The features that a site of one file uses and Chromium 90 lacks. */
const newerIn = (file: string, text: string) =>
  withFolder({ [file]: text }, async (site) => {
    const { places } = await findNewer(site);
    return [...new Set(places.map(({ feature }) => feature))];
  });

test.each([
  [':has()', 'a:has(b) { color: red }', 'css.selectors.has'],
  ['a new pseudo-class', 'a:popover-open { color: red }', 'css.selectors.popover-open'],
  ['of in nth-child', 'a:nth-child(2 of b) { color: red }', 'css.selectors.nth-child.of_syntax'],
  ['nesting', 'a { & b { color: red } }', 'css.selectors.nesting'],
  ['nesting without &', 'a { b { color: red } }', 'syntax'],
  ['layers', '@layer base { a { color: red } }', 'css.at-rules.layer'],
  [
    'container queries',
    '@container (min-width: 1px) { a { color: red } }',
    'css.at-rules.container',
  ],
  [
    'media ranges',
    '@media (width >= 600px) { a { color: red } }',
    'css.at-rules.media.range_syntax',
  ],
  ['both ends', '@media (1px <= width <= 9px) { a { top: 0 } }', 'css.at-rules.media.range_syntax'],
  [
    'a new media feature',
    '@media (scripting: none) { a { top: 0 } }',
    'css.at-rules.media.scripting',
  ],
  ['dvh', 'a { height: 100dvh }', 'css.types.length.viewport_percentage_units_dynamic'],
  [
    'dvh in a variable',
    ':root { --x: 1dvh }',
    'css.types.length.viewport_percentage_units_dynamic',
  ],
  ['cqw', 'a { width: 50cqw }', 'css.types.length.container_query_length_units'],
  ['translate as a property', 'a { translate: 1px }', 'css.properties.translate'],
  [
    'a new keyword',
    'a { grid-template-rows: subgrid }',
    'css.properties.grid-template-rows.subgrid',
  ],
  ['oklch', 'a { color: oklch(50% 0 0) }', 'css.types.color.oklch'],
  ['color-mix', 'a { color: color-mix(in srgb, red, blue) }', 'css.types.color.color-mix'],
  ['relative colours', 'a { color: rgb(from red r g b) }', 'css.types.color.rgb.relative_syntax'],
  ['typed attr()', 'a { width: attr(x type(<length>)) }', 'syntax'],
  [
    'what stands under not',
    '@supports not (top: 1dvh) { a { top: 1dvh } }',
    'css.types.length.viewport_percentage_units_dynamic',
  ],
])('a style sheet with %s', async (_name, css, feature) => {
  expect(await newerIn('assets/site.css', css)).toEqual([feature]);
});

test.each([
  ['Array.at', '[1].at(-1)', 'javascript.builtins.Array.at'],
  ['a member in brackets', 'list["at"](0)', 'javascript.builtins.Array.at'],
  ['Object.hasOwn', 'Object.hasOwn({}, "a")', 'javascript.builtins.Object.hasOwn'],
  ['a new static of an old name', 'Array.fromAsync([])', 'javascript.builtins.Array.fromAsync'],
  ['structuredClone', 'structuredClone({})', 'api.structuredClone'],
  ['a global by window', 'window.structuredClone({})', 'api.structuredClone'],
  ['a new class', 'new EditContext()', 'api.EditContext'],
  ['checkVisibility', 'document.body.checkVisibility()', 'api.Element.checkVisibility'],
  ['inert', 'document.body.inert = true', 'api.HTMLElement.inert'],
  [
    'a new event',
    'addEventListener.call; document.addEventListener("scrollend", f)',
    'api.Document.scrollend_event',
  ],
  [':has() asked for', 'document.querySelector(":has(a)")', 'css.selectors.has'],
  ['static blocks', 'class A { static {} }', 'javascript.classes.static.initialization_blocks'],
  [
    '#a in b',
    'class A { #a; is(b) { return #a in b } }',
    'javascript.classes.private_class_fields_in',
  ],
  ['v in a pattern', '/a/v', 'syntax'],
  ['await outside', 'await 1', 'syntax'],
])('a script with %s', async (_name, script, feature) => {
  expect(await newerIn('assets/site.js', script)).toEqual([feature]);
});

test.each([
  [
    'site.css',
    'a:is(b):focus-visible { inset: 0; aspect-ratio: 1; width: min(1px, 2vw); overflow: clip }',
  ],
  ['site.css', '@media (min-width: 600px) { a { transform: translate(1px) } }'],
  ['site.css', '@supports (top: 1dvh) { a { top: 1dvh } }'],
  ['site.css', 'a { -webkit-print-color-adjust: exact; print-color-adjust: exact }'],
  ['site.js', 'a?.b ?? c; a ||= 1_000; "a".replaceAll("a", "b"); new WeakRef({}); Promise.any([])'],
  ['site.js', 'class A { #a = 1; static b = 2; #c() { return this.#a } }'],
  ['site.js', 'document.body.replaceChildren(); form.requestSubmit(); new Intl.Segmenter("zh")'],
  [
    'site.js',
    'const own = { at: 1, structuredClone: 2 }; "at" in own; navigator.clipboard.writeText("")',
  ],
  ['pagefind/pagefind.js', 'structuredClone({})'],
  ['index.html', '<script type="application/ld+json">{"a": 1}</script><p>structuredClone()</p>'],
  ['index.html', '<script src="a.js"></script><p>a { top: 1dvh }</p>'],
])('%s may hold %s', async (file, text) => {
  expect(await newerIn(file, text)).toEqual([]);
});

test('code in a page is found at its place in the page', () =>
  withFolder(
    { 'a/b.html': '<p>\n<script>\n  structuredClone({})\n</script><style>a{top:1dvh}</style>' },
    async (site) => {
      const { count, places } = await findNewer(site);
      expect(count).toBe(2);
      expect(places.map(({ file, line, column }) => ({ file, line, column }))).toEqual([
        { file: 'a/b.html', line: 3, column: 3 },
        { file: 'a/b.html', line: 4, column: 23 },
      ]);
    },
  ));

test('a build fails and says where; what is allowed does not count', () =>
  withFolder(
    { 'site.css': 'a{text-wrap:balance}\nb{accent-color:red;rotate:1deg}', 'site.js': '1' },
    async (site) => {
      const failure = await verifyOldBrowsers(site).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      const [, ...lines] = (failure as Failure).message.split('\n');
      expect(lines).toEqual([
        '  - site.css:2:20: css.properties.rotate came with Chrome 104: …b{accent-color:red;rotate:1deg}…',
        expect.stringContaining('allowed.ts') as string,
      ]);
    },
  ));
