import cascadeLayers from '@csstools/postcss-cascade-layers';
import tailwind from '@tailwindcss/postcss';
import { transform } from 'lightningcss';

/**
 * Rewrites what a browser of 2021 does not know (`oklch`, `color-mix`, nesting, media ranges) and minifies. Works on
 * the finished sheet, so it is the last plugin.
 *
 * @type {import('postcss').Plugin}
 */
const downLevel = {
  postcssPlugin: 'down-level',
  OnceExit(root, { postcss, result }) {
    // Tailwind's own offers to newer browsers; the rule before each already says the same for all.
    root.walkAtRules('supports', (rule) => {
      if (rule.params.includes('color-mix')) rule.remove();
    });
    const { code } = transform({
      filename: 'site.css',
      code: Buffer.from(root.toString()),
      targets: { chrome: 90 << 16 },
      minify: true,
    });
    result.root = postcss.parse(code.toString(), { from: root.source?.input.from });
  },
};

/** Cascade layers came with Chrome 99 and are resolved before anything else sees them. */
export default { plugins: [tailwind(), cascadeLayers(), downLevel] };
