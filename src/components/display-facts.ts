import type { Supplier } from '../model/records/notice-summary.ts';

/** What is shown where a notice says nothing. */
export const NOT_STATED = '未标注';

/** The title of a notice, or that it has none. */
export function titleOf({ title }: { title: string | null }): string {
  return title ?? '标题未标注';
}

/** Whose words a fact is that the notice does not carry. */
export function saidBy({ by, note }: Supplier): string {
  return `据${by}，原文未标注${note === null ? '' : `（${note}）`}`;
}

/** A date as documents write it: `2023-06-25` → `2023年6月25日`, a prefix of it likewise. */
export function hanDate(date: string | null): string {
  if (date === null) return NOT_STATED;
  const [year, month, day] = date.split('-').map(Number);
  return [`${String(year)}年`, month && `${String(month)}月`, day && `${String(day)}日`]
    .filter(Boolean)
    .join('');
}
