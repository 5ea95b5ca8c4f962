/** Units whose printed numbers lead to one address. */
import { report } from '../../diagnostics/report.ts';
import { sectionsIn } from '../../model/text.ts';
import type { NoticeRule } from './rule.ts';

/** ruleId `unique-anchor`, warning. */
export const uniqueAnchor: NoticeRule = (notice, file) => {
  for (const section of sectionsIn(notice)) {
    const suffix = /\.\d+$/.exec(section.id)?.[0];
    if (suffix === undefined) continue;
    report(file, {
      ruleId: 'unique-anchor',
      severity: 'warning',
      reason: `${section.label} repeats numbers already used here; its address is ${section.id}. 序号与前面的一条相同，本条的地址末尾加 ${suffix}。`,
      note: 'Compare with the original. If it is printed so, nothing is to be done; if a number was misread, correct the seed.',
      place: section.position,
    });
  }
};
