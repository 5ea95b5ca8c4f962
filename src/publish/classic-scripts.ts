import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const mark = '?classic';

/**
 * Vite plugin: `import script from './x.ts?classic'` gives the text of x.ts with all it imports, as one classic
 * script for Chromium 90. Classic, because browsers refuse external modules on `file://`.
 */
export function classicScripts(): Plugin {
  return {
    name: 'classic-scripts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(mark)) return null;
      const found = await this.resolve(source.slice(0, -mark.length), importer);
      return found && `${found.id}${mark}`;
    },
    async load(id) {
      if (!id.endsWith(mark)) return null;
      const bundle = await build({
        entryPoints: [id.slice(0, -mark.length)],
        absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
        bundle: true,
        write: false,
        metafile: true,
        minify: true,
        format: 'iife',
        target: 'chrome90',
        charset: 'utf8',
        legalComments: 'none',
      });
      for (const input of Object.keys(bundle.metafile.inputs)) this.addWatchFile(input);
      return `export default ${JSON.stringify(bundle.outputFiles[0]?.text ?? '')}`;
    },
  };
}
