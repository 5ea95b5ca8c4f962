/** The elements a notice should have (GB/T 9704-2012, 7). Missing ones are left 未标注, never guessed. */
import { factsOf } from '../../model/facts.ts';
import { report } from '../../diagnostics/report.ts';
import { textOf, zoneOf } from '../../model/text.ts';
import type { NoticeRule } from './rule.ts';

const HEAD = { line: 1, column: 1, offset: 0 };

/** ruleIds `title` (warning), `date`, `body` (info, warning). */
export const elements: NoticeRule = (notice, file) => {
  const facts = factsOf(notice);
  if (facts.title === null) {
    report(file, {
      ruleId: 'title',
      severity: 'warning',
      reason:
        'No title found: expected lines above the text that end in a genre (…的通知, …的意见, …办法). 未找到标题：正文上方应有以文种（……的通知、意见、办法）结尾的行。',
      note: 'Put the title on lines of its own above the addressees.',
      place: HEAD,
    });
  }
  if (facts.date === null) {
    report(file, {
      ruleId: 'date',
      severity: 'info',
      reason:
        'No date of the document (成文日期) found; it is shown as 未标注. 未找到成文日期，页面上写“未标注”。',
      note: 'Nothing to do if the original carries none. Otherwise the date belongs on a line of its own below the signature: 2023年3月5日.',
      place: HEAD,
    });
  }
  const words = ['letter', 'enclosure', 'annex'].map((type) => zoneOf(notice, type as 'letter'));
  if (words.every((zone) => zone === null || textOf(zone) === '')) {
    report(file, {
      ruleId: 'body',
      severity: 'warning',
      reason: 'This notice has no text behind its head. 未找到正文：版头和标题之后没有文字。',
      note: 'Check that the seed is complete.',
      place: HEAD,
    });
  }
};
