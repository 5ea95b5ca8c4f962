/** The `meta` of an Akoma Ntoso document: who, what and when at the levels of FRBR (Akoma Ntoso Naming Convention 1.0). */
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import type { Facts, SuppliedFacts } from '../../model/records/notice-summary.ts';
import { addProvenance } from './akoma-ntoso-provenance.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';
import { xmlCharacters, xmlText } from '../xml-characters.ts';

/**
 * Adds `meta` to a document.
 *
 * The schema demands a date at every level, a full one. A notice whose date is not printed, or not with a day, gets the 印发日期 of its
 * imprint, named so; without that `0001-01-01` named `unknown`: a value that nobody can take for a date, instead of one that is made up. A date that
 * somebody else states says so in its name and is no part of an address.
 * @param doc the `doc`
 * @param finished a notice that went through all stages
 */
export function addMeta(
  doc: XMLBuilder,
  { notice: { id }, facts, stated, origin }: ProcessedNotice,
): void {
  const identification = doc.ele('meta').ele('identification', { source: '#wenhao' });
  const year = stated.year ? null : facts.year;
  const work = ['/akn/cn/doc/notice', year, id].filter((part) => part !== null).join('/');
  const { isPrinted, ...date } = dateOf(facts, stated);
  const expression = `${work}/zho@${isPrinted ? date.date : ''}`;
  const author = { href: facts.issuer === null ? '#unknown' : '#issuer', as: '#author' };

  const ofWork = identification.ele('FRBRWork');
  addCore(ofWork, `${work}/!main`, work, date, author, facts.title);
  ofWork.ele('FRBRcountry', { value: 'cn' });
  if (facts.number !== null) ofWork.ele('FRBRnumber', { value: xmlText(facts.number) });
  if (facts.kind !== null) ofWork.ele('FRBRname', { value: xmlText(facts.kind) });
  const ofExpression = identification.ele('FRBRExpression');
  addCore(ofExpression, `${expression}/!main`, expression, date, author, null);
  ofExpression.ele('FRBRlanguage', { language: 'zho' });
  const ofManifestation = identification.ele('FRBRManifestation');
  const editor = { href: '#wenhao', as: '#editor' };
  addCore(ofManifestation, `${expression}/!main.xml`, `${expression}.akn`, date, editor, null);
  ofManifestation.ele('FRBRformat', { value: 'application/akn+xml' });

  const meta = identification.up();
  addReferences(meta, facts);
  addProvenance(meta, { origin, stated });
}

function addCore(
  level: XMLBuilder,
  self: string,
  uri: string,
  date: { date: string; name: string },
  author: { href: string; as: string },
  title: string | null,
): void {
  level.ele('FRBRthis', { value: self });
  level.ele('FRBRuri', { value: uri });
  if (title !== null) level.ele('FRBRalias', { name: 'title', value: xmlText(title) });
  level.ele('FRBRdate', date);
  level.ele('FRBRauthor', author);
}

function addReferences(meta: XMLBuilder, { issuer }: Facts): void {
  const references = meta.ele('references', { source: '#wenhao' });
  const issuerId = issuer === null ? 'unknown' : 'issuer';
  references.ele('TLCOrganization', {
    eId: issuerId,
    href: issuer === null ? '/akn/ontology/organization/cn/unknown' : organization(issuer),
    showAs: xmlText(issuer ?? '未标注'),
  });
  references.ele('TLCOrganization', {
    eId: 'wenhao',
    href: '/akn/ontology/organization/cn/wenhao',
    showAs: '文号 Wenhao',
  });
  for (const role of ['author', 'editor']) {
    references.ele('TLCRole', { eId: role, href: `/akn/ontology/role/${role}`, showAs: role });
  }
}

function organization(name: string): string {
  return `/akn/ontology/organization/cn/${encodeURIComponent(xmlCharacters(name))}`;
}

/** A date of FRBR, and whether the notice carries it. */
interface NamedDate {
  date: string;
  name: string;
  isPrinted: boolean;
}

function dateOf({ date, issued }: Facts, stated: SuppliedFacts): NamedDate {
  if (isDay(date)) return named(date, '成文日期', stated.date?.by);
  if (isDay(issued)) return named(issued, '印发日期', stated.issued?.by);
  return { date: '0001-01-01', name: 'unknown', isPrinted: false };
}

function named(date: string, name: string, by: string | undefined): NamedDate {
  return by === undefined
    ? { date, name, isPrinted: true }
    : { date, name: xmlText(`${name}（据${by}，原文未标注）`), isPrinted: false };
}

function isDay(date: string | null): date is string {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date);
}
