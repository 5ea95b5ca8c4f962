/** References as files for reference managers. */
import type { Reference } from './reference.ts';

/** An item of CSL-JSON 1.0 (the fields that are used here). */
export interface CslItem {
  id: string;
  type: 'regulation';
  author?: { literal: string }[];
  title?: string;
  /** Where the styles print the part of a work; `section` says the same for programs that know it. */
  volume?: string;
  section?: string;
  number?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  note?: string;
  language: 'zh-CN';
}

/** `literal` is printed as it is: a date in brackets. */
type CslDate = { 'date-parts': [number[]] } | { literal: string };

/**
 * A reference as CSL-JSON; `regulation` is the type for orders of any authority (CSL 1.0.2, Appendix III).
 * @param reference of a notice or a clause
 */
export function cslItem({
  key,
  author,
  title,
  part,
  number,
  issued,
  note,
  accessed,
  url,
}: Reference): CslItem {
  return {
    id: key,
    type: 'regulation',
    ...(author === null ? {} : { author: [{ literal: author }] }),
    ...(title === null ? {} : { title }),
    ...(part === null ? {} : { volume: part, section: part }),
    ...(number === null ? {} : { number }),
    ...(issued === null ? {} : { issued: cslDate(issued) }),
    ...(accessed === null ? {} : { accessed: cslDate(accessed) }),
    ...(url === null ? {} : { URL: url }),
    ...(note === null ? {} : { note }),
    language: 'zh-CN',
  };
}

function cslDate(date: string): CslDate {
  return isSupplied(date) ? { literal: date } : { 'date-parts': [date.split('-').map(Number)] };
}

/** Whether a date comes from elsewhere. */
function isSupplied(date: string): boolean {
  return date.startsWith('[');
}

/**
 * A reference as a BibTeX entry: `@misc`, the one type that BibTeX has for it. Organisations stand in double braces, so that they are not taken for
 * a person's name. No style and no reader knows a `number` of `@misc`, so the 发文字号 stands in the note too, in front of the place. A date from elsewhere
 * stands in `year`, which is printed as it is; biblatex's `date` takes no brackets.
 * @param reference of a notice or a clause
 */
export function bibtex({
  key,
  author,
  title,
  part,
  number,
  issued,
  note: supplier,
  accessed,
  url,
}: Reference): string {
  const note = [number, part, supplier].filter((each) => each !== null).join('，');
  const printed = issued === null || isSupplied(issued) ? null : issued;
  const lines = known([
    ['author', author === null ? null : `{${texText(author)}}`],
    ['title', title === null ? null : `{${texText(title)}}`],
    ['number', number === null ? null : texText(number)],
    ['note', note === '' ? null : texText(note)],
    ['year', printed?.slice(0, 4) ?? issued],
    ['month', printed?.split('-')[1] ?? null],
    ['date', printed],
    ['url', url],
    ['urldate', accessed],
    ['langid', 'chinese'],
  ]).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${key},\n${lines.join('')}}\n`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX would take for a command. */
function texText(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (mark) => TEX[mark] ?? `\\${mark}`);
}

/**
 * A reference as RIS: `GOVDOC`, lines of tag and value with CRLF. A date from elsewhere stands in the note: the fields of dates take no brackets.
 * @param reference of a notice or a clause
 */
export function ris(reference: Reference): string {
  const { issued, accessed } = reference;
  const supplied = issued !== null && isSupplied(issued) ? issued : null;
  const printed = supplied === null ? issued : null;
  const remark = [supplied && `成文日期${supplied}`, reference.note]
    .filter((each) => each !== null)
    .join('；');
  return known([
    ['TY', 'GOVDOC'],
    ['ID', reference.key],
    ['AU', reference.author],
    ['TI', reference.title],
    ['SN', reference.number],
    ['SE', reference.part],
    ['PY', printed?.slice(0, 4) ?? null],
    ['DA', printed?.replaceAll('-', '/') ?? null],
    ['N1', remark === '' ? null : remark],
    ['UR', reference.url],
    ['Y2', accessed?.replaceAll('-', '/') ?? null],
    ['LA', 'zh-CN'],
    ['ER', ''],
  ])
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`)
    .join('');
}

/** The fields that have a value, in order. */
function known(fields: readonly (readonly [string, string | null])[]): [string, string][] {
  return fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** A value that goes on in a second line would begin a tag of its own. */
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ');
}
