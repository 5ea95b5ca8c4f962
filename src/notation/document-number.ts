/** 发文字号 (GB/T 9704-2012, 7.2.5): agency code, year, serial. */

export interface DocumentNumber {
  /** Without white space and with ASCII digits, brackets as printed: `济管市监〔2023〕17号`. */
  text: string;
  /** 济管市监; empty when the number is printed without one. */
  code: string;
  year: number;
  serial: number;
  /** Where it stands in the text it was found in. */
  start: number;
  end: number;
}

const OPEN = '[〔〔\\[［【（(「﹝]';
const CLOSE = '[〕〕\\]］】）)」﹞]';
const DIGIT = '[0-9０-９]';
const CODE = '[\\p{Script=Han}A-Za-z]';
const NUMBER = new RegExp(
  `(${CODE}{1,16})${OPEN}(${DIGIT}{4})年?${CLOSE}第?(${DIGIT}{1,5})号`,
  'u',
);

/**
 * The first document number in a text.
 * @param text without white space
 * @returns the number, or null; its `code` may have words of the sentence before it glued on, so ask only
 * where a number stands on its own or behind a bracket
 */
export function findDocumentNumber(text: string): DocumentNumber | null {
  const match = NUMBER.exec(text);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  return {
    text: match[0].replace(/[０-９]/g, (digit) => digit.normalize('NFKC')),
    code: match[1],
    year: Number(match[2].normalize('NFKC')),
    serial: Number(match[3].normalize('NFKC')),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/**
 * A text that is a document number and nothing else.
 * @param text without white space
 */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const number = text.length > 60 ? null : findDocumentNumber(text);
  return number?.start === 0 && number.end === text.length ? number : null;
}

const SERIAL_ONLY = new RegExp(
  `^(?:${DIGIT}{4}年)?第(?:${DIGIT}{1,5}|[一二三四五六七八九十百零〇]{1,7})号$`,
);

/**
 * Whether a text is the number of an order or announcement (令、公告), which has no agency code: `第790号`, `2023年第5号`.
 * @param text without white space
 */
export function isSerialNumber(text: string): boolean {
  return SERIAL_ONLY.test(text);
}
