/** Dates that the calendar does not have. */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import { findDate } from '../../notation/dates.ts';
import { report } from '../../diagnostics/report.ts';
import { textOf, zoneOf } from '../../model/text.ts';
import type { Block, Imprint } from '../../model/tree.ts';
import type { NoticeRule } from './rule.ts';

/** ruleId `plausible-date`, warning. */
export const plausibleDate: NoticeRule = (notice, file) => {
  const blocks: (Block | Imprint)[] = [
    ...(zoneOf(notice, 'letter')?.children.filter((block) => block.type === 'date') ?? []),
    ...[zoneOf(notice, 'imprint')].filter((zone) => zone !== null),
  ];
  for (const block of blocks) {
    const date = findDate(withoutSpaces(textOf(block)));
    if (!date || date.possible) continue;
    report(file, {
      ruleId: 'plausible-date',
      severity: 'warning',
      reason: `“${textOf(block)}” is no day of the calendar; only ${date.iso} is taken from it. 日历上没有这一天，只取“${date.iso}”。`,
      note: 'Compare with the original and record an erratum.',
      place: block.position,
    });
  }
};
