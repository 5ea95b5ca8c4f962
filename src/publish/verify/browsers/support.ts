import data, {
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest Chromium of the archive’s readers: what stands on desks of 2021. */
export const OLDEST = 90;

/** Something that a file uses and the oldest browser lacks. */
export interface Newer {
  /** Its keys in MDN’s compatibility data: `css.properties.accent-color`; `syntax` for what cannot be read at all. */
  feature: string;
  /** Where in the text it stands, counted from 0. */
  offset: number;
  /** What is wrong, as the end of a sentence: “came with Chrome 93”. */
  reason: string;
}

/** A table of MDN’s data by its keys: `tableAt('css', 'properties')`. Empty where there is none. */
export function tableAt(...keys: string[]): Record<string, Identifier> {
  let table = data as unknown as Record<string, Identifier>;
  for (const key of keys) {
    table = Object.hasOwn(table, key) ? (table[key] as Record<string, Identifier>) : {};
  }
  return table;
}

/** What is newer of a feature by its keys: itself or nothing. A feature that MDN does not know is none. */
export function newerAt(offset: number, ...keys: string[]): Newer[] {
  const [feature] = featureAt(keys);
  if (isOld(feature) !== false) return [];
  return [{ feature: keys.join('.'), offset, reason: sinceWhen(feature) }];
}

function featureAt(keys: string[]): (Identifier | undefined)[] {
  const table = tableAt(...keys.slice(0, -1));
  const key = keys.at(-1) ?? '';
  return Object.hasOwn(table, key) ? [table[key]] : [];
}

/** Whether the oldest browser has a feature, without a flag and by its own name; undefined when MDN says nothing of it. */
export function isOld(feature: Identifier | undefined): boolean | undefined {
  if (!feature?.__compat) return undefined;
  return statementsOf(feature).some(holds);
}

/** Whether no Chrome ever had a feature that MDN knows. */
export function isInNoChrome(feature: Identifier | undefined): boolean {
  return statementsOf(feature).every((statement) => versionOf(statement) === Infinity);
}

function sinceWhen(feature: Identifier | undefined): string {
  if (isInNoChrome(feature)) return 'is in no Chrome';
  return `came with Chrome ${Math.min(...statementsOf(feature).map(versionOf))}`;
}

function statementsOf(feature: Identifier | undefined): SimpleSupportStatement[] {
  const chrome = feature?.__compat?.support.chrome;
  return [chrome ?? []].flat().filter((one) => !one.flags && !one.alternative_name && !one.prefix);
}

function holds(statement: SimpleSupportStatement): boolean {
  const removed = Number.parseFloat(String(statement.version_removed));
  return versionOf(statement) <= OLDEST && !(removed <= OLDEST);
}

function versionOf({ version_added: version }: SimpleSupportStatement): number {
  const number = Number.parseFloat(String(version).replace('≤', ''));
  return Number.isNaN(number) ? Infinity : number;
}
