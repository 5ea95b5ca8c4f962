/** What cannot be read, and how its owner makes something of it that can. */
import { Refused } from './received.ts';

const SAVE_AS_DOCX =
  'Open it in WPS or Word, choose “Save as” and .docx, and add that file. 用 WPS 或 Word 打开，另存为 .docx，再添加。';
const PRINT_AS_PDF =
  'Open it in its own program, print it to PDF (or copy its text into a .txt file) and add that. 用原软件打开，打印成 PDF 或复制文字存为 .txt，再添加。';
const READ_BY_OCR =
  'Have its text read by OCR (WPS: 图片转文字, PDF 转 Word), compare it with the picture, and add the .docx or .txt. 先用 OCR 识别并校对，再添加所得的 .docx 或 .txt。';

/** Ending, or what the bytes show → its rule, what it is, in English and Chinese, and what to do. */
const REFUSALS = {
  doc: ['refused-doc', 'an old Word file (.doc)', '旧版 Word 文件（.doc）', SAVE_AS_DOCX],
  'word-xml': ['refused-word-xml', 'a Word file in XML (Word 2003)', 'XML 格式的 Word 文件（Word 2003）', SAVE_AS_DOCX],
  wps: ['refused-wps', 'a WPS file (.wps)', 'WPS 文字文件（.wps）', SAVE_AS_DOCX],
  rtf: ['refused-rtf', 'a Rich Text file (.rtf)', 'RTF 文件', SAVE_AS_DOCX],
  odt: ['refused-odt', 'an OpenDocument file (.odt)', 'OpenDocument 文件（.odt）', SAVE_AS_DOCX],
  mht: ['refused-mht', 'a web archive (.mht)', '单个文件网页（.mht）', 'Open it in a browser and save it as “Webpage, HTML only”. 用浏览器打开，另存为“网页，仅 HTML”。'],
  framed: ['refused-framed', 'a web page without text of its own: it is put there by scripts or stands in frames', '网页本身没有正文（由脚本或框架显示）', 'Open it in a browser and print it to PDF, or copy its text into a .txt file, and add that. 在浏览器中打开，打印成 PDF 或复制文字存为 .txt，再添加。'],
  sheet: ['refused-sheet', 'a table file (.xls, .xlsx, .et)', '表格文件（.xls、.xlsx、.et）', 'Copy its cells into a .docx or save it as text, and add that. 把内容复制到 .docx，或另存为文本，再添加。'],
  slides: ['refused-slides', 'a presentation', '演示文稿', PRINT_AS_PDF],
  ofd: ['refused-ofd', 'an OFD file (GB/T 33190)', '版式文件 OFD', PRINT_AS_PDF],
  ceb: ['refused-ceb', 'a CEB file', '版式文件 CEB', PRINT_AS_PDF],
  image: ['refused-image', 'a picture', '图片', READ_BY_OCR],
  archive: ['refused-archive', 'an archive (zip, rar, 7z)', '压缩包', 'Unpack it and add the files in it: npm run add -- FOLDER. 先解压，再添加里面的文件。'],
  program: ['refused-program', 'a program', '可执行程序', 'Ask for the notice as .docx, PDF or text. 请对方提供 .docx、PDF 或文本。'],
  unknown: ['refused-unknown', 'a kind of file that is not known here', '不认识的文件类型', 'Add .txt, .md, .html, .docx or .pdf; other files: save them as .docx or print them to PDF. 请另存为 .docx 或打印成 PDF 再添加。'],
  misnamed: ['refused-misnamed', 'plain text whose name says otherwise', '内容是纯文本，扩展名却不是 .txt', 'Change its ending to .txt and add it again. 把扩展名改成 .txt 再添加。'],
  scan: ['refused-scan', 'a scan: its pages are pictures without text', '扫描件，没有文字层', READ_BY_OCR],
  unmapped: ['refused-unmapped', 'a PDF whose fonts do not say which characters they show', 'PDF 的字体没有给出文字编码，文字读不出来', READ_BY_OCR],
  encrypted: ['refused-encrypted', 'locked with a password', '加了密码的文件', 'Open it with its password and save it without one. 用密码打开，另存为不加密的文件。'],
  unreadable: ['refused-unreadable', 'one that the disk does not give out', '文件打不开（没有权限，或正被占用）', 'Close it in Word or WPS, look whether you may read it, or copy it to a folder of your own, and add it again. 关闭正在使用它的程序，检查权限，或复制到自己的文件夹再添加。'],
  empty: ['refused-empty', 'empty', '空文件', 'Ask for the file again; nothing came through. 请重新获取该文件。'],
  huge: ['refused-huge', 'too large: a notice has at most 200 MB, unpacked, and 1,000 pages', '文件过大（解压后超过 200 MB，或超过 1000 页）', 'Look at what it holds; split it or save it without pictures. 请检查内容，拆分或去掉图片后再添加。'],
  bomb: ['refused-bomb', 'a package that unpacks to many times its size, which no document does', '压缩包异常（解压后大得不合理）', 'Do not open it; ask where it came from. 请勿打开，先核实来源。'],
  hostile: ['refused-hostile', 'a Word file with parts that are never in one (a document type declaration)', '含有异常声明的 Word 文件', 'Open it in Word, save it anew as .docx, and add that; ask where it came from. 请核实来源，或用 Word 重新另存为 .docx。'],
  damaged: ['refused-damaged', 'damaged, or not what its name says', '文件已损坏，或内容与扩展名不符', 'Open it in its own program; if that works, save it anew, else ask for it again. 用原软件打开，能打开则重新保存，否则请重新获取。'],
} as const satisfies Record<string, readonly [string, string, string, string]>; // prettier-ignore

/** Why a file is refused. */
export type Refusal = keyof typeof REFUSALS;

/**
 * The refusal of a file, to be thrown.
 * @param why it cannot be read
 * @param detail what a reader of ours found wrong, in its words
 */
export function refused(why: Refusal, detail?: string): Refused {
  const [rule, what, chinese, note] = REFUSALS[why];
  const more = detail === undefined ? '' : ` (${detail})`;
  return new Refused({
    rule,
    reason: `This file is ${what}${more} and was not added. 未添加：${chinese}。`,
    note,
  });
}
