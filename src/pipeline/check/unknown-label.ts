/** Paragraphs that begin like a label and were not understood as one. */
import { readDecimal, readLabel } from '../../notation/labels.ts';
import { report } from '../../diagnostics/report.ts';
import { textOf } from '../../model/text.ts';
import type { TreeNode } from '../../model/tree.ts';
import type { NoticeRule } from './rule.ts';

/** `〔四〕`, `（―）`, `l.`, `2。`, `四，`, `第十二条之一`: a numeral or what OCR makes of one, in brackets or before a mark. */
const LIKE_LABEL =
  /^(?:[〔[【{][一二三四五六七八九十0-9]{1,3}[〕\]】}]|[（(][―—－一-]?[）)]|[lIO|]{1,2}[.、．]|[0-9]{1,2}[。，,](?![0-9])|[一二三四五六七八九十]{1,3}[，,。：]|第[一二三四五六七八九十百]{1,5}条之[一二三四五六七八九十])/;

/** ruleId `unknown-label`, warning. */
export const unknownLabel: NoticeRule = (notice, file) => {
  visit(notice);

  function visit(node: TreeNode): void {
    if (node.type === 'paragraph') {
      const text = textOf(node);
      if (readLabel(text) !== null || readDecimal(text) !== null || !LIKE_LABEL.test(text)) return;
      report(file, {
        ruleId: 'unknown-label',
        severity: 'warning',
        reason: `“${text.slice(0, 12)}” begins like a number, but not like one of 一、 （一） 1. （1） ① 第一章 第一条 1.1; it stands as a paragraph. 像序号，但不合“一、（一）1.（1）①第一章 第一条 1.1”中的任何一种，暂作普通段落。`,
        note: 'Compare with the original. If the number was misread, correct the seed; if it is printed so, nothing is to be done.',
        place: node.position,
      });
      return;
    }
    if ('children' in node) for (const child of node.children as TreeNode[]) visit(child);
  }
};
