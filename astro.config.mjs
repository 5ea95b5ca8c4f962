// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { classicScripts } from './src/publish/classic-scripts.ts';

/**
 * The site is a set of files: every page is `<name>.html` and every address in it is relative, so that the folder
 * works under any path, from a share or a USB stick. `WENHAO_OUT` names another output folder than `dist`.
 */
export default defineConfig({
  outDir: process.env.WENHAO_OUT ?? './dist',
  cacheDir: './.cache/astro',
  output: 'static',
  trailingSlash: 'never',
  build: { format: 'file' },
  prefetch: false,
  devToolbar: { enabled: false },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  // The words of a notice are not Astro's to improve: no curly quotes, no dashes, no colours, no links.
  integrations: [mdx({ gfm: false, smartypants: false, syntaxHighlight: false })],
  vite: {
    plugins: [classicScripts()],
    build: {
      // The style sheet leaves PostCSS finished; Vite would write media ranges again, which Chromium 90 cannot read.
      cssMinify: false,
      rolldownOptions: {
        // Astro marks its modules with directives of its own, and the bundler warns of each.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
