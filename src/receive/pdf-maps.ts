/** Where the files of pdf.js lie that say what old Chinese fonts show: Adobe's maps from codes to characters, and widths of standard fonts. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** What pdf.js is told of them; plain paths, because it reads them from the disk. */
export interface FontMaps {
  cMapUrl: string;
  cMapPacked: boolean;
  standardFontDataUrl: string;
}

/**
 * The maps of the package pdfjs-dist; unpdf brings pdf.js without them.
 * @returns null where the package is not installed: type of fonts that name a map alone (GBK-EUC-H) is then refused as unreadable
 */
export function fontMaps(): FontMaps | null {
  const folder = packageFolder('pdfjs-dist');
  if (folder === null) return null;
  return {
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
  };
}

function packageFolder(name: string): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}
