import data, {
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest Chromium of the archive’s readers: what stands on desks of 2021. */
export const OLDEST = 90;

/** Something that a file uses and the oldest browser lacks. */
export interface Newer {
  /** Its key in MDN’s compatibility data: `css.properties.accent-color`; `syntax` for what no parser of 2022 reads. */
  feature: string;
  /** Where in the text it stands, counted from 0. */
  offset: number;
  /** What is wrong, as the end of a sentence: “came with Chrome 93.” */
  reason: string;
}

/** A table of MDN’s data by its keys: `tableAt('css', 'properties')`. Empty where there is none. */
export function tableAt(...keys: string[]): Record<string, Identifier> {
  let table = data as unknown as Record<string, Identifier>;
  for (const key of keys) table = (table[key] ?? {}) as unknown as Record<string, Identifier>;
  return table;
}

/** Whether the oldest browser has a feature, without a flag and by its own name; undefined when MDN says nothing of it. */
export function isOld(feature: Identifier | undefined): boolean | undefined {
  const statements = statementsOf(feature);
  return statements.length === 0 ? undefined : statements.some(holds);
}

/** A feature by its keys when the oldest browser lacks it; undefined when it has it or nobody knows the keys. */
export function newerAt(offset: number, ...keys: string[]): Newer[] {
  const feature = tableAt(...keys.slice(0, -1))[keys.at(-1) ?? ''];
  if (isOld(feature) !== false) return [];
  return [{ feature: keys.join('.'), offset, reason: sinceWhen(feature) }];
}

/** “came with Chrome 93.”, or that no Chrome has it. */
export function sinceWhen(feature: Identifier | undefined): string {
  const versions = statementsOf(feature).map(versionOf).filter(Number.isFinite);
  return versions.length === 0
    ? 'is in no Chrome.'
    : `came with Chrome ${String(Math.min(...versions))}.`;
}

function statementsOf(feature: Identifier | undefined): SimpleSupportStatement[] {
  const chrome = feature?.__compat?.support.chrome;
  return [chrome ?? []].flat().filter((one) => !one.flags && !one.alternative_name && !one.prefix);
}

function holds(statement: SimpleSupportStatement): boolean {
  const removed = Number.parseFloat(String(statement.version_removed ?? 'never'));
  return versionOf(statement) <= OLDEST && !(removed <= OLDEST);
}

function versionOf({ version_added: version }: SimpleSupportStatement): number {
  if (typeof version !== 'string') return Infinity;
  const number = Number.parseFloat(version.replace('≤', ''));
  return Number.isNaN(number) ? Infinity : number;
}
