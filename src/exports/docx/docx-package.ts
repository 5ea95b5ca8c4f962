/** The package (ECMA-376-2) around a Word document, with what the library fills in by the clock or not at all. */
import { type Document, Packer } from 'docx';
import { create } from 'xmlbuilder2';
import { FALLBACKS } from './docx-layout.ts';
import { xmlText } from '../xml-characters.ts';
import { type PackedFile, packedFile } from '../zip/packed-file.ts';
import { zipOf } from '../zip/zip-writer.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DC = 'http://purl.org/dc/elements/1.1/';

/** A part of a package, as the library makes it. */
type Part = string | Uint8Array;

/**
 * The step of the library before it zips: parts by their names. The library keeps it to itself; what it makes public is
 * a zip with the time of its making, which would have to be unpacked and packed again.
 */
// eslint-disable-next-line @typescript-eslint/dot-notation -- brackets are how TypeScript lets one at what is private
const compiler = Packer['compiler'] as { compile: (document: Document) => Map<string, Part> };

/**
 * A Word file without the time of its making, with its title and a table of fonts that names stand-ins.
 * @param document as the library has it
 * @param title for the properties of the file
 * @returns the same bytes for the same input
 */
export function packageOf(document: Document, title: string | null): Uint8Array {
  const parts = compiler.compile(document);
  parts.set('docProps/core.xml', coreProperties(title));
  parts.set('word/fontTable.xml', fontTable());
  return zipOf([...parts].sort(([one], [other]) => (one < other ? -1 : 1)).map(packedPart));
}

/** Parts that most documents share (styles, theme …), packed once: name → the last of it. */
const PACKED = new Map<string, { body: Part; packed: PackedFile }>();

function packedPart([name, body]: [string, Part]): PackedFile {
  const last = PACKED.get(name);
  if (last?.body === body) return last.packed;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const packed = packedFile(name, bytes);
  PACKED.set(name, { body, packed });
  return packed;
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
