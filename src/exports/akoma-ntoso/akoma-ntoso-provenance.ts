/** What the `meta` of an Akoma Ntoso document has no element for: where the text comes from, and who says what it does not. */
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';
import { xmlText } from '../xml-characters.ts';

const DCTERMS = 'http://purl.org/dc/terms/';
/** Our own: `stated` with the attributes `fact` (as in the API), `by` and `note`. */
const OWN = 'urn:wenhao:akn';

/**
 * Adds `proprietary`, where there is something to say; it comes last in `meta`.
 * @param meta of the document
 * @param finished origin and stated facts of a notice
 */
export function addProvenance(
  meta: XMLBuilder,
  { origin, stated }: Pick<ProcessedNotice, 'origin' | 'stated'>,
): void {
  const { original, source, licence } = origin;
  const terms = [
    ['source', source],
    ['isFormatOf', original && `${original.file} sha256:${original.sha256}`],
    ['rights', licence],
  ].flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));
  const facts = Object.entries(stated);
  if (terms.length + facts.length === 0) return;
  const proprietary = meta.ele('proprietary', { source: '#wenhao' });
  for (const [name, value] of terms)
    proprietary.ele(DCTERMS, `dcterms:${name}`).txt(xmlText(value));
  for (const [fact, { by, note }] of facts) {
    proprietary.ele(OWN, 'wenhao:stated', {
      fact,
      by: xmlText(by),
      ...(note === null ? {} : { note: xmlText(note) }),
    });
  }
}
