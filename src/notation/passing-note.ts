/** 题注: how a text was passed, in brackets or not, below its title (立法技术规范). */
import { findDate } from './dates.ts';

const PASSED = /(?:通过|批准|公布|发布|施行|修订|修正)[）)]?$/;

/**
 * Whether a line begins as a 题注 does: `（2020年8月24日最高人民法院…`.
 * @param text without white space
 */
export function opensPassingNote(text: string): boolean {
  const date = findDate(text.slice(0, 40).replace(/^[（(]/, ''));
  return date?.start === 0 && date.iso.length === 'YYYY-MM-DD'.length;
}

/**
 * Whether a line goes on with a 题注 that a printer broke: its bracket is still open, or it ends how the text was passed.
 * @param above the 题注 so far
 * @param next the line below
 */
export function continuesPassingNote(above: string, next: string): boolean {
  if (!opensPassingNote(above) || above.includes('。') || next.includes('。')) return false;
  if (/^[（(]/.test(above)) return !isClosed(above);
  return !PASSED.test(above) && PASSED.test(next) && !opensPassingNote(next);
}

/** Brackets of either width close each other: OCR mixes them. */
function isClosed(text: string): boolean {
  return text.split(/[（(]/).length <= text.split(/[）)]/).length;
}
