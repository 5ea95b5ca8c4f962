import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { standard } from './standards.ts';

const schema = standard('akomantoso30.xsd');
const xml = standard('xml.xsd');

/** Why the schema cannot be asked; undefined when it can. */
export const schemaIsMissing = schema === undefined || xml === undefined;

/**
 * What the schema of Akoma Ntoso 3.0 has against documents.
 *
 * @param documents name → XML
 * @returns the messages of libxml2, none when all are valid
 * @throws {Error} when the schema is not at hand
 */
export async function complaintsOf(documents: Record<string, string>): Promise<string[]> {
  if (schema === undefined || xml === undefined) throw new Error('The schema is not at hand.');
  const { errors } = await validateXML({
    xml: Object.entries(documents).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [{ fileName: 'akomantoso30.xsd', contents: readFileSync(schema, 'utf8') }],
    preload: [{ fileName: 'xml.xsd', contents: readFileSync(xml, 'utf8') }],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
