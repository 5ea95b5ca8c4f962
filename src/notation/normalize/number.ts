/** Numbers of documents (发文字号), as printed. */
import { narrow } from './words.ts';

/**
 * A document number for comparing: `豫发〔2022〕31 号` and `豫发[2022]31号` are one.
 * @param number as printed
 */
export function foldNumber(number: string): string {
  return narrow(number)
    .replace(/[\s〔〕[\]()【】{}]+/g, '|')
    .replace(/\|(?=号|$)|^\|/g, '');
}
