import type { NoticeRecord } from '../model/records/notice.ts';
import type { SuppliedName } from '../model/records/notice-summary.ts';

/** The facts of a record that can be missing. */
type Fact = Exclude<SuppliedName, 'addressees'>;

/**
 * A record without supplied facts, for places without room to say who supplied them.
 * @param record of a notice
 */
export function factsInText<Record extends Pick<NoticeRecord, Fact | 'stated'>>(
  record: Record,
): Record {
  const names = Object.keys(record.stated).filter((name) => name !== 'addressees');
  return { ...record, ...Object.fromEntries(names.map((name) => [name, null])) };
}
