/**
 * Notice → Akoma Ntoso 3.0 (OASIS Standard 2018, akomantoso30.xsd): a `doc` whose main body holds letter, enclosure and annexes as
 * `hcontainer`s, so that the words stand in the file in the order in which they are printed.
 */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.d.ts';
import type { Notice, Zone } from '../../model/tree.ts';
import { newIds } from './akoma-ntoso-ids.ts';
import { addMeta } from './akoma-ntoso-meta.ts';
import { addHierarchy, addInline, printedLines, type Walk } from './akoma-ntoso-text.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

type Head = Extract<Zone, { type: 'masthead' | 'number' | 'title' | 'addressees' }>;
type Body = Extract<Zone, { type: 'letter' | 'enclosure' | 'annex' }>;

/**
 * A notice as an Akoma Ntoso document. Residue is left out, errata stand in the printed reading, citations are `<ref>`s to the pages of
 * their works (relative to `notices/`). An eId follows the naming convention (`hcontainer_2__sec_1__subsec_2`); `wId` is our own anchor (`s1-2`).
 * @param finished a notice that went through all stages
 * @param isNotice whether an id is of a notice of the archive
 * @returns XML 1.0 in UTF-8, LF line ends; the same input gives the same bytes
 */
export function akomaNtosoOf(finished: ProcessedNotice, isNotice: (id: string) => boolean): string {
  const { notice } = finished;
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'akomaNtoso');
  const doc = root.ele('doc', { name: 'notice', contains: 'originalVersion' });
  addMeta(doc, finished);
  const walk: Walk = { ...newIds(), isNotice };
  addPreface(doc, notice, walk);
  const body = doc.ele('mainBody', { eId: walk.claim('body') });
  for (const zone of notice.children) {
    // the imprint has its place among the bodies: it may be printed in front of the annexes
    if (zone.type === 'imprint') {
      const eId = walk.next('hcontainer');
      addHierarchy(body.ele('hcontainer', { eId, name: zone.type }), [zone], eId, walk);
    } else if (zone.type === 'letter' || zone.type === 'enclosure' || zone.type === 'annex') {
      addBody(body, zone, walk);
    }
  }
  // the schema wants something in it
  if (body.node.childNodes.length === 0) body.ele('p', { eId: walk.next('body__p') });
  return `${root.end()}\n`;
}

const HEAD: Record<Head['type'], string | null> = {
  masthead: 'docAuthority',
  number: 'docNumber',
  title: 'docTitle',
  addressees: null,
};

function addPreface(doc: XMLBuilder, notice: Notice, walk: Walk): void {
  const head = notice.children.filter((zone): zone is Head => zone.type in HEAD);
  if (head.length === 0) return;
  const preface = doc.ele('preface', { eId: walk.claim('preface') });
  for (const zone of head) {
    const element = HEAD[zone.type];
    const lines = zone.type === 'masthead' ? zone.children : [zone];
    for (const { children } of lines) {
      const p = preface.ele('p', { eId: walk.next('preface__p'), class: zone.type });
      addInline(element === null ? p : p.ele(element), children, walk);
    }
  }
}

/** “附件：” and the printed title above the text are what Akoma Ntoso calls number and heading. */
function addBody(parent: XMLBuilder, zone: Body, walk: Walk): void {
  const eId = walk.next('hcontainer');
  const container = parent.ele('hcontainer', { eId, name: zone.type });
  const start = zone.children.findIndex(({ type }) => type !== 'heading' && type !== 'annexLabel');
  const size = start === -1 ? zone.children.length : start;
  for (const block of zone.children.slice(0, size)) {
    const element = block.type === 'heading' ? 'heading' : 'num';
    const lines = printedLines(block);
    const own = container.ele(element, {
      eId: walk.claim(`${eId}__${element}`),
      ...walk.anchor(lines[0]?.id ?? ''),
    });
    for (const { children } of lines) addInline(own, children, walk);
  }
  addHierarchy(container, zone.children.slice(size), eId, walk);
}
