/** identify: gives every notice its id, which is its address for ever (DESIGN, contracts: notice id). */
import { narrow } from '../notation/normalize/words.ts';
import { pinyin } from 'pinyin-pro';
import { basename } from 'node:path';
import { isDeviceName } from '../notation/device-names.ts';
import { documentNumberOf } from '../model/facts.ts';
import { report } from '../diagnostics/report.ts';
import { textOf, zoneOf } from '../model/text.ts';
import type { Notice } from '../model/tree.ts';
import type { VFile } from 'vfile';

/** A notice and the seed it came from. */
export interface Parsed {
  notice: Notice;
  file: VFile;
  /** The id its sidecar states. */
  given: string | null;
}

/**
 * Sets the ids of all notices.
 * @param parsed notices in the order of their seeds' names; changed in place
 * @param holders who holds a published id: id → document number
 */
export function identify(
  parsed: readonly Parsed[],
  holders: ReadonlyMap<string, string> = new Map(),
): void {
  const taken = new Map<string, Parsed>();
  const byHolder = [...parsed].sort(
    (one, other) => Number(isHolder(other, holders)) - Number(isHolder(one, holders)),
  );
  for (const each of byHolder) {
    const id = idFor(each, taken, holders);
    each.notice.id = id;
    const holder = taken.get(id);
    if (holder) reportDouble(each, holder);
    else taken.set(id, each);
  }
}

function isHolder({ notice }: Parsed, holders: ReadonlyMap<string, string>): boolean {
  const number = documentNumberOf(notice);
  return number !== null && holders.get(shortId(number)) === number.text;
}

function idFor(
  { notice, file, given }: Parsed,
  taken: ReadonlyMap<string, Parsed>,
  holders: ReadonlyMap<string, string>,
): string {
  if (given !== null) return given;
  const number = documentNumberOf(notice);
  if (!number) return slug(file, zoneOf(notice, 'number'));
  const id = shortId(number);
  const holder = taken.get(id);
  const elsewhere = holder ? documentNumberOf(holder.notice)?.text : holders.get(id);
  return elsewhere === undefined || elsewhere === number.text ? id : longId(number);
}

type Number = NonNullable<ReturnType<typeof documentNumberOf>>;

/** Places whose name is not read as its first character mostly is. Ids are for ever, so this list only grows for places not yet in any archive. */
const READINGS: Record<string, string> = {
  厦: 'xia',
  重: 'chong',
  单: 'shan',
  长: 'chang',
  朝: 'chao',
  番: 'pan',
  乐: 'le',
};

const initials = (code: string): string =>
  READINGS[code[0] ?? ''] === undefined
    ? plainInitials(code)
    : `${READINGS[code[0] ?? '']?.[0] ?? ''}${plainInitials(code.slice(1))}`;

const plainInitials = (code: string): string =>
  latin(pinyin(code, { pattern: 'first', toneType: 'none', type: 'array' }));

/** 济管市监〔2023〕17号 → jgsj-2023-17 */
function shortId({ code, year, serial }: Number): string {
  return `${initials(code)}-${year}-${serial}`;
}

/** The full pinyin of the first character tells 漯 from 洛: luozzlb-2022-1. */
function longId({ code, year, serial }: Number): string {
  const first = latin(pinyin(code.slice(0, 1), { toneType: 'none', type: 'array', v: true }));
  return `${first}${initials(code.slice(1))}-${year}-${serial}`;
}

function latin(parts: readonly string[]): string {
  return parts
    .join('')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

/** Without a number the file's name is the best name there is. */
function slug(file: VFile, number: Notice['children'][number] | null): string {
  report(file, {
    ruleId: 'document-number',
    severity: 'warning',
    reason: number
      ? `The document number “${textOf(number)}” is not an agency code, a year and a serial number such as 济管市监〔2023〕17号; the name of the file is its address. 文号缺机关代字、年份或序号，或无法识别，暂以文件名为地址。`
      : 'No document number (发文字号) such as 济管市监〔2023〕17号 found; the name of the file is its address. 未找到发文字号，暂以文件名为地址。',
    note: 'If the notice has a number, put it on a line of its own above or below the title; otherwise give the file a name that can stay.',
    place: number?.position ?? { line: 1, column: 1, offset: 0 },
  });
  const stem = basename(file.path).replace(/\.[^.]*$/, '');
  const name = pinyin(narrow(stem), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  if (name === '') return 'notice';
  return isDeviceName(name) ? `notice-${name}` : name;
}

function reportDouble({ notice, file }: Parsed, holder: Parsed): void {
  const number = zoneOf(notice, 'number');
  report(file, {
    ruleId: 'unique-id',
    severity: 'error',
    reason: `This notice gets the id ${notice.id}, which ${holder.file.path} has already. 两份公文的文号或标识相同，不能共用一个地址。`,
    note: 'If both are the same notice, delete one seed; if a number was misread, correct the seed against the original; two notices that are both right: give one an id of its own in its sidecar, seeds/<file>.yaml, as id: …',
    place: number?.position ?? { line: 1, column: 1, offset: 0 },
  });
}
