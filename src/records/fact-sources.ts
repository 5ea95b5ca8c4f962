/** Where in the seed each fact of a notice stands. */
import { withoutSpaces } from '../notation/normalize/words.ts';
import { findDate } from '../notation/dates.ts';
import { readNumberLine } from '../notation/document-number.ts';
import { withoutLookAlikes } from '../notation/normalize/look-alikes.ts';
import type { Facts, SuppliedFacts } from '../model/records/notice-summary.ts';
import { textOf, zoneOf } from '../model/text.ts';
import type { Marked, Notice, Paragraph, TreeNode } from '../model/tree.ts';
import type { FactSources } from '../model/records/notice.ts';
import type { Source } from '../model/records/source.ts';

/**
 * The lines of every printed fact. City, kind and year are read off other facts and stand nowhere by themselves.
 * @param notice anchored
 * @param facts of the same notice
 * @param stated those of them that are not printed
 * @returns null for every fact that is null or not printed
 */
export function factSourcesOf(
  notice: Notice,
  facts: Facts,
  stated: SuppliedFacts = {},
): FactSources {
  const printed = {
    title: sourceOf(zoneOf(notice, 'title')),
    number: facts.number === null ? null : sourceOf(numberNode(notice)),
    issuer: facts.issuer === null ? null : sourceOf(issuerNode(notice, facts.issuer)),
    masthead: sourceOf(zoneOf(notice, 'masthead')),
    addressees: sourceOf(zoneOf(notice, 'addressees')),
    date: facts.date === null ? null : sourceOf(dateNode(notice)),
    issued: facts.issued === null ? null : sourceOf(issuedNode(notice)),
    enclosure: facts.enclosure === null ? null : sourceOf(enclosureNode(notice)),
  };
  const unprinted = Object.keys(printed).filter((name) => name in stated);
  return { ...printed, ...Object.fromEntries(unprinted.map((name) => [name, null])) };
}

/** Printed, or noted by a collector above the text. */
function numberNode(notice: Notice): TreeNode | null {
  const printed = zoneOf(notice, 'number');
  const isNoted = (zone: TreeNode): boolean =>
    zone.type === 'residue' && Boolean(readNumberLine(zone.value)?.number);
  return printed ?? notice.children.find(isNoted) ?? null;
}

/** The first place, in the order in which `factsOf` asks them, that has these words; else the 题注, which counts the sessions between them. */
function issuerNode(notice: Notice, issuer: string): TreeNode | null {
  const signed = blockIn(notice, 'signature')?.children.find((line) =>
    bare(line).startsWith(issuer),
  );
  const above = [zoneOf(notice, 'masthead'), zoneOf(notice, 'title')].find(
    (zone) => zone && withoutLookAlikes(textOf(zone)).startsWith(issuer),
  );
  return signed ?? above ?? dateNode(notice);
}

/** The 成文日期 of the letter, else of the enclosure, else the one printed with the number. */
function dateNode(notice: Notice): TreeNode | null {
  return (
    blockIn(notice, 'date') ?? blockIn(notice, 'date', 'enclosure') ?? zoneOf(notice, 'number')
  );
}

/** The line of the 版记 that has the date; all of it where the date runs over a line end. */
function issuedNode(notice: Notice): TreeNode | null {
  const imprint = zoneOf(notice, 'imprint');
  return imprint?.children.find((line) => findDate(bare(line)) !== null) ?? imprint;
}

function enclosureNode(notice: Notice): TreeNode | null {
  return zoneOf(notice, 'enclosure')?.children.find(({ type }) => type === 'heading') ?? null;
}

function blockIn(
  notice: Notice,
  type: 'signature' | 'date',
  body: 'letter' | 'enclosure' = 'letter',
): Marked<'signature' | 'date'> | null {
  const blocks = zoneOf(notice, body)?.children ?? [];
  return blocks.find((block): block is Marked<typeof type> => block.type === type) ?? null;
}

function bare(line: Paragraph): string {
  return withoutSpaces(withoutLookAlikes(textOf(line)));
}

function sourceOf(node: TreeNode | null): Source | null {
  return node && { line: node.position.start.line, endLine: node.position.end.line };
}
