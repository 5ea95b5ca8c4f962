/** 版记 (GB/T 9704-2012, 7.4): copies to, printing organ and date. */
import { findDate, readDate } from '../../notation/dates.ts';
import { isOrgan } from '../../notation/organs.ts';
import { splitList } from '../../notation/punctuation.ts';
import type { TextBlock } from '../scan/scan.ts';

/** Neighbouring lines of one imprint. */
export type ImprintBlocks = TextBlock[];

/**
 * Finds what may be imprints behind the head: at the end, or between the letter and what it carries.
 * @param blocks behind the head
 */
export function findImprints(blocks: readonly TextBlock[]): ImprintBlocks[] {
  const imprints: ImprintBlocks[] = [];
  for (let index = 1; index < blocks.length;) {
    const length = imprintLength(blocks, index);
    if (length > 0) imprints.push(blocks.slice(index, index + length));
    index += Math.max(1, length);
  }
  return imprints;
}

/** How many lines from here are an imprint: it holds a printing date, or copies to somebody at the end of the text. */
function imprintLength(blocks: readonly TextBlock[], start: number): number {
  if (!startsImprint(blocks, start)) return 0;
  let end = start + 1;
  while (end < blocks.length && continuesImprint(blocks, end)) end++;
  const run = blocks.slice(start, end);
  const isPrinted = run.some(({ words: { value } }) => isPrinting(value));
  return isPrinted || end === blocks.length ? run.length : 0;
}

function startsImprint(blocks: readonly TextBlock[], index: number): boolean {
  const value = valueAt(blocks, index);
  if (blocks[index]?.label) return false;
  return opensImprint(value) || (isOrgan(value) && isDatedPrinting(valueAt(blocks, index + 1)));
}

function continuesImprint(blocks: readonly TextBlock[], index: number): boolean {
  const value = valueAt(blocks, index);
  if (blocks[index]?.label) return false;
  return (
    opensImprint(value) ||
    isDetail(value) ||
    isCopied(value) ||
    (isOrgan(value) && readDate(valueAt(blocks, index + 1)) === null)
  );
}

function valueAt(blocks: readonly TextBlock[], index: number): string {
  return blocks[index]?.words.value ?? '';
}

function opensImprint(value: string): boolean {
  return /^(?:抄送|分送|抄报|主题词)[：:]/.test(value) || isPrinting(value);
}

/** More organs that get copies: `市人大常委会办公室，市政协办公室，市法院。` */
function isCopied(value: string): boolean {
  const organs = splitList(value.replace(/。$/, '').replaceAll('、', '，'));
  return organs.length > 1 && organs.every((each) => isOrgan(each) || /^各.{1,20}$/.test(each));
}

/** What else an imprint may say, beside its main lines. */
function isDetail(value: string): boolean {
  return /^(?:信息公开(?:选项|形式|类型|属性)|公开(?:方式|形式|属性|选项)|承办单位|主办单位|校对|打印|[（(]?共印[0-9０-９]+份[）)]?|[（(]共印)/.test(
    value,
  );
}

/** `…办公室 2023年6月25日印发` */
function isPrinting(value: string): boolean {
  const date = value.length <= 100 ? findDate(value) : null;
  return (
    date !== null &&
    /^(?:印发|印制|印)[。]?(?:[（(]?共印.*)?$/.test(value.slice(date.end)) &&
    (date.start === 0 || isOrgan(value.slice(0, date.start)) || value.length <= 60)
  );
}

/** `2023年6月25日印发`, the organ on the line above. */
function isDatedPrinting(value: string): boolean {
  return /^[0-9〇○零一二三四五六七八九]{4}年/.test(value) && isPrinting(value);
}
