/** 题注 of laws and regulations: who passed or issued them, and when (立法法; 立法技术规范). */
import { findDate } from './dates.ts';
import { NUMERAL } from './numerals.ts';
import { isOrgan } from './organs.ts';

const NAME = '[\\p{Script=Han}]';
const COUNT = `(?:${NUMERAL}{1,5}|[0-9]{1,4})`;

/** `郑州市第十三届人民代表大会常务委员会第三次会议通过`, `第五届全国人民代表大会第五次会议通过` */
const CONGRESS = new RegExp(
  `^(${NAME}{0,20}?)第${COUNT}届((?:全国)?人民代表大会(?:常务委员会)?)第`,
  'u',
);
/** `国务院第123次常务会议通过` */
const MEETING = new RegExp(
  `^(${NAME}{3,30}?)第?${COUNT}次${NAME}{0,4}(?:会议|会)${NAME}{0,6}通过`,
  'u',
);
/** `国家市场监督管理总局令第63号公布`, `国务院令〔2001〕第339号` */
const ORDER = new RegExp(`^(${NAME}{3,30}?)令(?=[第〔（(0-9])`, 'u');
/** `云州市人民政府发布` */
const ISSUED = new RegExp(`^(${NAME}{3,30}?)(?:公布|发布|颁布|批准|制定|印发)`, 'u');

/**
 * Who passed or issued a law, regulation or rule.
 * @param note the 题注 without white space: `（2009年6月25日郑州市第十三届人民代表大会常务委员会第三次会议通过）`
 * @returns 郑州市人民代表大会常务委员会; null when the note names nobody right behind its first date
 */
export function adopterOf(note: string): string | null {
  const date = findDate(note);
  if (!date) return null;
  const rest = note.slice(date.end).replace(/^[，,、]/, '');
  const congress = CONGRESS.exec(rest);
  if (congress) return `${congress[1] ?? ''}${congress[2] ?? ''}`;
  const name = [MEETING, ORDER, ISSUED].map((each) => each.exec(rest)?.[1]).find(Boolean);
  const organ = name?.replace(/^(?:经|由)|^中华人民共和国(?=国务院$)/, '') ?? '';
  return isOrgan(organ) ? organ : null;
}
