import { narrow } from './words.ts';

/** Code points that print like a Han character and are none: radicals, and ideographs kept for compatibility with old sets. */

/** Unicode: CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs of the first plane. */
const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/g;
/** Radicals of the supplement that compatibility does not map (Unicode, EquivalentUnifiedIdeograph). */
const SUPPLEMENT = new Map(Object.entries({
  '⺠': '民', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻚': '页', '⻛': '风', '⻜': '飞',
  '⻝': '食', '⻢': '马', '⻥': '鱼', '⻦': '鸟', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⺟': '母',
  '⻁': '虎', '⻄': '西', '⻘': '青', '⻣': '骨', '⻤': '鬼', '⻑': '長', '⻒': '镸', '⺮': '竹', '⺼': '月', '⻙': '韦',
})); // prettier-ignore

/**
 * A text with the Han characters that PDF readers store as radicals of the same look (⼯ for 工).
 * @param text any
 * @returns as many units as before
 */
export function withoutLookAlikes(text: string): string {
  return text.replace(LOOK_ALIKE, (character) => {
    const folded = SUPPLEMENT.get(character) ?? narrow(character);
    return folded.length === character.length ? folded : character;
  });
}
