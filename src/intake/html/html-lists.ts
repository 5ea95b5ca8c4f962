/** Numbers that browsers print in front of list items. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { htmlAttribute, styleOf } from './html-attributes.ts';
import { formatNumber } from '../docx/number-formats.ts';

type Element = Tree.Element;

/** Kinds of ordered lists → formats of Word. */
const LIST_FORMATS = new Map(Object.entries({
  a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman',
  'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter', 'upper-alpha': 'upperLetter', 'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman', 'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting', 'trad-chinese-informal': 'chineseCounting', 'cjk-decimal': 'ideographDigital',
})); // prettier-ignore

/** The number that a browser prints in front of an item of an ordered list. */
export function listLabel(item: Element): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const type =
    styleOf(item, 'list-style-type') ??
    styleOf(list, 'list-style-type') ??
    styleOf(list, 'list-style') ??
    htmlAttribute(list, 'type') ??
    '1';
  if (type.includes('none')) return '';
  const format = LIST_FORMATS.get(type) ?? 'decimal';
  const number = ordinalOf(item, list);
  return `${formatNumber(format, number)}${format === 'chineseCounting' ? '、' : '. '}`;
}

function ordinalOf(item: Element, list: Element): number {
  const items = itemsOf(list);
  return items.get(item) ?? 1;
}

/** List → number of each item; kept, so that a long list is counted once. */
const counted = new WeakMap<Element, Map<Element, number>>();

function itemsOf(list: Element): Map<Element, number> {
  const known = counted.get(list);
  if (known) return known;
  const items = new Map<Element, number>();
  let next = Number(htmlAttribute(list, 'start') ?? 1) || 1;
  for (const child of list.childNodes) {
    if (!('tagName' in child) || child.tagName !== 'li') continue;
    const value = htmlAttribute(child, 'value');
    if (value !== null && /^\d{1,4}$/.test(value)) next = Number(value);
    items.set(child, next++);
  }
  counted.set(list, items);
  return items;
}
