/** 版记 (GB/T 9704-2012, 7.4): copies to, printing organ and date. */
import { findDate } from '../../notation/dates.ts';
import { isOrgan } from '../../notation/organs.ts';
import type { Block } from '../scan/scan.ts';

/** An imprint has few lines. */
const LINES = 8;

/**
 * Takes the imprint off the end of a notice.
 * @param blocks behind the head
 */
export function splitImprint(blocks: readonly Block[]): { body: Block[]; imprint: Block[] } {
  let start = blocks.length;
  for (let index = blocks.length - 1; index >= Math.max(1, blocks.length - LINES); index--) {
    const value = blocks[index]?.words.value ?? '';
    if (isImprint(value)) start = index;
    else if (!isOrgan(value) && value.length > 60) break;
  }
  const above = blocks[start - 1]?.words.value ?? '';
  const isPrinter =
    start > 1 &&
    /^[\d〇一二三四五六七八九]+年/.test(blocks[start]?.words.value ?? '') &&
    isOrgan(above);
  if (isPrinter) start--;
  return { body: blocks.slice(0, start), imprint: blocks.slice(start) };
}

/**
 * Whether a line belongs to an imprint.
 * @param value without white space
 */
function isImprint(value: string): boolean {
  return /^(?:抄送|主送|分送|抄报|主题词)[：:]/.test(value) || isPrinting(value);
}

/** `…办公室 2023年6月25日印发` */
function isPrinting(value: string): boolean {
  const date = value.length <= 100 ? findDate(value) : null;
  return date !== null && /^(?:印发|印制|印)[。]?$/.test(value.slice(date.end));
}
