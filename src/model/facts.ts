/** What a notice says of itself. Absent facts are null, never guessed. */
import { withoutSpaces } from '../notation/normalize/words.ts';
import { findDate, readDate } from '../notation/dates.ts';
import {
  readNumberLine,
  withoutBrackets,
  type DocumentNumber,
} from '../notation/document-number.ts';
import { carriedTitles, genreOf } from '../notation/genres.ts';
import { adopterOf } from '../notation/adoption.ts';
import { withoutLookAlikes } from '../notation/normalize/look-alikes.ts';
import { isOfficer, isOrgan } from '../notation/organs.ts';
import { cityOf } from '../notation/places.ts';
import { splitList } from '../notation/punctuation.ts';
import { sectionsIn, textOf, zoneOf } from './text.ts';
import type { DateLine, Enclosure, Letter, Notice, Signature, Title, TreeNode } from './tree.ts';
import { gapsIn } from './source-text.ts';
import type { Facts } from './records/notice-summary.ts';

/**
 * The facts of a notice.
 * @param notice from `parse`
 */
export function factsOf(notice: Notice): Facts {
  const title = zoneText(notice, 'title');
  const mastheadLines = zoneOf(notice, 'masthead')?.children.map(wordsOf) ?? [];
  const number = zoneText(notice, 'number');
  const enclosure = enclosureTitle(notice);
  const issuer = issuerOf(notice, mastheadLines[0] ?? null) ?? adopterOf(dateText(notice));
  const imprint = imprintOf(zoneText(notice, 'imprint'));
  return {
    title,
    number: documentNumberOf(notice)?.text ?? (number && withoutBrackets(number)),
    year: documentNumberOf(notice)?.year ?? null,
    issuer,
    masthead: mastheadLines.length > 0 ? mastheadLines.join('\n') : null,
    addressees: splitList((zoneText(notice, 'addressees') ?? '').replace(/[：:]$/, '')),
    date: dateOf(notice),
    issued: imprint.date,
    city: issuer === null ? null : cityOf(issuer),
    kind: kindOf(title, enclosure),
    enclosure,
    imprintOrgan: imprint.organ,
    clauses: [...sectionsIn(notice)].length,
  };
}

function kindOf(title: string | null, enclosure: string | null): string | null {
  return genreOf(enclosure ?? carriedTitles(title ?? '')[0] ?? title ?? '');
}

/**
 * The document number of a notice in its parts.
 * @returns null when none is printed, or one without agency code (第790号)
 */
export function documentNumberOf(notice: Notice): DocumentNumber | null {
  const printed = zoneText(notice, 'number') ?? noted(notice);
  return printed === null ? null : (readNumberLine(withoutSpaces(printed))?.number ?? null);
}

/** Collectors note the number above the text when the text itself does not print it: `文号: 普府办〔2025〕1号`. */
function noted(notice: Notice): string | null {
  for (const zone of notice.children) {
    if (zone.type === 'residue' && readNumberLine(zone.value)?.number) return zone.value;
  }
  return null;
}

/** The words of a node, with the characters that its radicals look like. */
function wordsOf(node: TreeNode): string {
  return withoutLookAlikes(textOf(node));
}

function zoneText(
  notice: Notice,
  type: 'number' | 'title' | 'addressees' | 'imprint',
): string | null {
  const zone = zoneOf(notice, type);
  return zone === null ? null : wordsOf(zone);
}

function enclosureTitle(notice: Notice): string | null {
  const heading = zoneOf(notice, 'enclosure')?.children.find((child) => child.type === 'heading');
  return heading ? wordsOf(heading) : null;
}

function blockOf(
  body: Letter | Enclosure | null,
  type: 'signature' | 'date',
): (DateLine | Signature) | null {
  return body?.children.find((child): child is DateLine | Signature => child.type === type) ?? null;
}

/** @param masthead its first line: the organ that leads a joint notice (主办机关) stands first (GB/T 9704-2012, 7.2.4) */
function issuerOf(notice: Notice, masthead: string | null): string | null {
  const signature = blockOf(zoneOf(notice, 'letter'), 'signature');
  // a seal in place of another's (代章) names no issuer
  const signer = signature?.children.find((line) => !/^[（(].*章[）)]$/.test(wordsOf(line)));
  if (signer && !isOfficer(wordsOf(signer)))
    return wordsOf(signer).replace(/\s|[（(](?:盖章|印章|公章|章)[）)]$/g, '');
  if (masthead !== null) return masthead.replace(/文件$/, '');
  const title = zoneOf(notice, 'title');
  return title && issuerIn(title);
}

/** What a title names in front of 关于; of several organs, parted by white space, the first. */
function issuerIn(title: Title): string | null {
  const named = /^(?!关于)([^《“]{2,60}?)(?:关于|印发|转发|批转|令$|公告$|通告$)/.exec(
    wordsOf(title),
  )?.[1];
  const [first] = title.children;
  if (named === undefined || first?.type !== 'text') return named ?? null;
  const ends = gapsIn(first).map(({ index }) => index);
  const bounds = [0, ...ends.filter((end) => end < named.length), named.length];
  const names = bounds.slice(1).map((end, at) => named.slice(bounds[at], end));
  return names.every((name, at) => isOrgan(name) && (at === 0 || !isRest(name)))
    ? (names[0] ?? null)
    : named;
}

/** The end of a name that ran over a line. */
function isRest(name: string): boolean {
  return /^(?:办公[室厅]|人民政府|委员会|党组|[\p{Script=Han}]{1,2}$)/u.test(name);
}

/** Of the letter, else of the enclosure, else the one printed with the number. */
function dateOf(notice: Notice): string | null {
  const printed = dateText(notice);
  const date = readDate(printed) ?? findDate(printed);
  return (date ?? findDate(withoutSpaces(zoneText(notice, 'number') ?? '')))?.iso ?? null;
}

/** What the date is read from, without white space: a line of its own or a 题注. */
function dateText(notice: Notice): string {
  const date =
    blockOf(zoneOf(notice, 'letter'), 'date') ?? blockOf(zoneOf(notice, 'enclosure'), 'date');
  return date ? withoutSpaces(wordsOf(date)) : '';
}

/** `…办公室 2023年6月25日印发` in its parts. */
function imprintOf(text: string | null): { organ: string | null; date: string | null } {
  const printed = withoutSpaces(text ?? '');
  const date = findDate(printed);
  if (!date || !/^(?:印发|印制|印)/.test(printed.slice(date.end)))
    return { organ: null, date: null };
  const organ = printed.slice(0, date.start).replace(/^.*[。：:]/, '');
  return { organ: organ === '' ? null : organ, date: date.iso };
}
