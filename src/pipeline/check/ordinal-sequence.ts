/** Numbers that skip or come twice: a misprint, a lost line or a label that was not understood. */
import { report } from '../../diagnostics/report.ts';
import type { Section } from '../../model/tree.ts';
import type { NoticeRule } from './rule.ts';

/** ruleId `ordinal-sequence`, warning. */
export const ordinalSequence: NoticeRule = (notice, file) => {
  for (const body of notice.children) {
    if (body.type !== 'letter' && body.type !== 'enclosure' && body.type !== 'annex') continue;
    const last = new Map<string, number>();
    follow(
      body.children.filter((block) => block.type === 'section'),
      last,
    );
  }

  /** Numbering may begin again in every unit or run on across units (三、15.): both are right. */
  function follow(sections: readonly Section[], last: Map<string, number>): void {
    let previous: number | null = null;
    for (const section of sections) {
      const { scheme, ordinal, label } = section;
      const runsOn = (last.get(scheme) ?? 0) + 1;
      const fits =
        previous === null ? ordinal === 1 || ordinal === runsOn : ordinal === previous + 1;
      if (!fits) {
        const expected = previous !== null ? [previous + 1] : runsOn === 1 ? [1] : [1, runsOn];
        report(file, {
          ruleId: 'ordinal-sequence',
          severity: 'warning',
          reason: `${label} is number ${ordinal}; expected ${expected.join(' or ')} here. 序号不连续：此处是第 ${ordinal}，应为第 ${expected.join(' 或第 ')}。`,
          note: 'Compare with the original: a line may be missing or misread. A misprint of the original stays as it is.',
          place: section.position,
        });
      }
      previous = ordinal;
      last.set(scheme, ordinal);
      follow(
        section.children.filter((child) => child.type === 'section'),
        last,
      );
    }
  }
};
