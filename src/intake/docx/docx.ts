/** Word files → the lines as they are printed. */
import { docxText, type LeftOut } from './docx-text.ts';
import { Numbering } from './numbering.ts';
import { readPackage } from './package.ts';
import { type Received, type Remark, seedText } from '../received.ts';
import { refused } from '../refuse.ts';
import { StyleSheet } from './style-sheet.ts';
import { attribute, childAt, childrenOf, parseXml } from './xml.ts';

/** Parts that hold text or say how it is numbered. Macros, pictures and fonts are never unpacked. */
const READ = /^(?:_rels\/\.rels|word\/[^/]+\.xml)$|^\[Content_Types\]\.xml$/;

/**
 * Reads a .docx (ECMA-376, transitional or strict). What is printed is text: automatic numbers, text boxes, footnotes, inserted words. Headers
 * and footers, deleted and hidden words are left out, and a remark says so.
 * @param bytes of the file
 * @throws {Refused} when it cannot be read, or holds pictures alone
 */
export function readDocx(bytes: Uint8Array): Received {
  let hasMacros = false;
  const parts = readPackage(bytes, (name) => {
    hasMacros ||= name.endsWith('vbaProject.bin');
    return READ.test(name);
  });
  const rootOf = (name: string): Element | null => {
    const part = parts.get(name);
    return part === undefined ? null : parseXml(part);
  };
  const document = rootOf(mainPart(rootOf('_rels/.rels')));
  const body = childAt(document, 'body');
  if (!body) throw refused('damaged', 'no document in it');
  const styles = new StyleSheet(rootOf('word/styles.xml'));
  const numbering = new Numbering(rootOf('word/numbering.xml'), styles);
  const notes = [...notesIn(rootOf('word/footnotes.xml')), ...notesIn(rootOf('word/endnotes.xml'))];
  const { lines, left } = docxText(body, notes, numbering, styles);
  const text = seedText(lines);
  if (text.trim() === '') throw refused(left.pictures > 0 ? 'scan' : 'empty');
  const heads = [...parts.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const margins = heads.sort().flatMap((name) => marginText(rootOf(name)));
  return { text, remarks: remarksOn(left, margins, hasMacros) };
}

/** The part that is the document: `word/document.xml`, if the package does not say otherwise. */
function mainPart(relations: Element | null): string {
  const main = childrenOf(relations, 'Relationship').find((each) =>
    attribute(each, 'Type')?.endsWith('/officeDocument'),
  );
  return attribute(main ?? null, 'Target')?.replace(/^\//, '') ?? 'word/document.xml';
}

/** Footnotes or endnotes by number; separators have a type. */
function notesIn(root: Element | null): Element[] {
  return childrenOf(root).filter((note) => attribute(note, 'type') === null);
}

/** What a header or footer says, page numbers and empty ones aside. */
function marginText(root: Element | null): string[] {
  if (!root) return [];
  const styles = new StyleSheet(null);
  const text = docxText(root, [], new Numbering(null, styles), styles).lines.join(' ').trim();
  return /\p{L}{2}/u.test(text) ? [text.slice(0, 60)] : [];
}

function remarksOn(left: LeftOut, margins: string[], hasMacros: boolean): Remark[] {
  const remarks: Remark[] = [];
  const add = (rule: string, reason: string, note: string): void => {
    remarks.push({ rule, reason, note });
  };
  if (left.changes > 0)
    add(
      'docx-tracked-changes',
      `The file holds ${left.changes} tracked changes that nobody accepted: inserted words are kept, deleted ones left out. 文件有未接受的修订，已保留插入、略去删除。`,
      'A notice as it was issued has none: make sure that this is the final version. 请确认是定稿。',
    );
  if (left.hidden > 0)
    add(
      'docx-hidden-text',
      `${left.hidden} pieces of hidden text were left out: they are not printed. 略去了隐藏文字。`,
      'Show hidden text in Word and compare. 在 Word 中显示隐藏文字核对。',
    );
  if (left.pictures > 0)
    add(
      'docx-pictures',
      `${left.pictures} pictures or embedded objects hold no text that can be read. 图片和嵌入对象中的文字未读。`,
      'If one shows text (a seal does not count), type it into the seed before publishing. 图片中如有正文，请另行录入。',
    );
  if (hasMacros)
    add(
      'docx-macros',
      'The file holds macros; they were neither run nor read. 文件含宏，未运行也未读取。',
      'A notice needs none: ask where the file comes from, and keep a copy without them (save as .docx). 请核实来源，并另存为不含宏的 .docx。',
    );
  if (margins.length > 0)
    add(
      'docx-margins',
      `Headers and footers were left out: ${margins.map((text) => `“${text}”`).join(', ')}. 略去了页眉页脚。`,
      'If one is part of the notice (a masthead may be), put it into the body in Word and add the file again. 如果发文机关标志在页眉里，请移到正文再添加。',
    );
  return remarks;
}
