/** Where the files of pdf.js lie that say what old Chinese fonts show: Adobe's maps from codes to characters, and widths of standard fonts. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What pdf.js is told of them; plain paths, because it reads them from the disk. */
export const FONT_MAPS = {
  cMapUrl: join(folder, 'cmaps') + sep,
  cMapPacked: true,
  standardFontDataUrl: join(folder, 'standard_fonts') + sep,
} as const;
