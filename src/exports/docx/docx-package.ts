/** The package (ECMA-376-2) around a Word document: what the library fills in by the clock or not at all. */
import { unzipSync } from 'fflate';
import { create } from 'xmlbuilder2';
import { FALLBACKS } from './docx-layout.ts';
import { xmlText } from '../xml-characters.ts';
import { zipOf } from '../zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DC = 'http://purl.org/dc/elements/1.1/';

/**
 * A Word file without the time of its making, with its title and a table of fonts that names stand-ins.
 * @param docx as the library packs it
 * @param title for the properties of the file
 * @returns the same bytes for the same input
 */
export function settled(docx: Uint8Array, title: string | null): Uint8Array {
  const files = new Map(Object.entries(unzipSync(docx)));
  const encoder = new TextEncoder();
  files.set('docProps/core.xml', encoder.encode(coreProperties(title)));
  files.set('word/fontTable.xml', encoder.encode(fontTable()));
  return zipOf(files);
}

function coreProperties(title: string | null): string {
  const core = create({ version: '1.0', encoding: 'UTF-8', standalone: true }).ele(
    CORE,
    'cp:coreProperties',
  );
  if (title !== null) core.ele(DC, 'dc:title').txt(xmlText(title));
  return core.end();
}

function fontTable(): string {
  const fonts = create({ version: '1.0', encoding: 'UTF-8', standalone: true }).ele(W, 'w:fonts');
  for (const [name, others] of Object.entries(FALLBACKS)) {
    fonts.ele(W, 'w:font').att(W, 'w:name', name).ele(W, 'w:altName').att(W, 'w:val', others);
  }
  return fonts.end();
}
