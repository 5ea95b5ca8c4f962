/** Who says what a notice does not, as a sentence beside what is shown of it. */
import type { SuppliedFacts, SuppliedName } from '../model/records/notice-summary.ts';

/** What the facts are called, in the order in which they are told. */
export const SUPPLIED_NAMES: Readonly<Record<SuppliedName, string>> = {
  title: '标题',
  number: '发文字号',
  year: '年份',
  issuer: '发文机关',
  addressees: '主送机关',
  date: '成文日期',
  issued: '印发日期',
  kind: '文种',
  city: '城市',
};

/**
 * What is said of facts that the text does not carry.
 * @param stated of a notice
 * @param only the facts that are shown there; all when left out
 * @returns `发文字号、成文日期据某某登记簿，原文未标注`, with `；` between those of several people; null when there are none
 */
export function suppliedNote(stated: SuppliedFacts, only?: readonly SuppliedName[]): string | null {
  const names = new Map<string, string[]>();
  for (const [fact, name] of Object.entries(SUPPLIED_NAMES) as [SuppliedName, string][]) {
    // a sentence stands on one line, also in tables
    const by = stated[fact]?.by.replace(/\s+/g, ' ');
    // the year only ever follows from the number
    if (by === undefined || fact === 'year' || (only && !only.includes(fact))) continue;
    names.set(by, [...(names.get(by) ?? []), name]);
  }
  if (names.size === 0) return null;
  return [...names].map(([by, facts]) => `${facts.join('、')}据${by}，原文未标注`).join('；');
}
