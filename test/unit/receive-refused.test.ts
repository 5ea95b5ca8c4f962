/** What cannot be read is refused in words, and nothing throws or hangs. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ReaderProcess } from '../../src/intake/worker-client.ts';
import { readFileOf } from '../../src/intake/read-file.ts';
import { safeName } from '../../src/intake/safe-name.ts';
import { secondDocument } from '../../src/intake/second-document.ts';
import { wordParagraph, wordFile } from '../support/word-files.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** The bytes of a text in UTF-8, as Latin-1. */
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

async function ruleOf(name: string, bytes: Uint8Array): Promise<string> {
  const receipt = await readFileOf(name, bytes);
  if (!('refusal' in receipt)) return receipt.kind;
  // what happened in English and Chinese, and what to do
  expect(receipt.refusal.reason).toMatch(/^This file is .* and was not added\. 未添加：.*。$/su);
  expect(receipt.refusal.note).toMatch(/\p{Script=Han}/u);
  return receipt.refusal.rule;
}

const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';
/** A package of these parts, as they are. */
const packed = (parts: Record<string, string>): string =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, latin(text)])), { level: 0 })).toString('latin1'); // prettier-ignore
const ZIP = packed({ a: 'a' });

test.each([
  ['x.doc', OLE, 'refused-doc'],
  ['x.docx', OLE, 'refused-doc'],
  ['x.docx', `${OLE}${Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')}`, 'refused-encrypted'],
  ['x.wps', OLE, 'refused-wps'],
  ['x.et', OLE, 'refused-sheet'],
  ['x.rtf', '{\\rtf1 a}', 'refused-rtf'],
  ['x.odt', ZIP, 'refused-odt'],
  ['x.ofd', ZIP, 'refused-ofd'],
  ['x.xlsx', ZIP, 'refused-sheet'],
  ['x.zip', ZIP, 'refused-archive'],
  ['x.txt', ZIP, 'refused-archive'],
  ['x.rar', 'Rar!\x1A\x07', 'refused-archive'],
  ['x.jpg', '\xFF\xD8\xFF\xE0', 'refused-image'],
  ['x.txt', '\x89PNG\r\n', 'refused-image'],
  ['x.mht', 'MIME-Version: 1.0', 'refused-mht'],
  ['x.doc', 'MIME-Version: 1.0', 'refused-mht'],
  ['x.xml', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', 'refused-word-xml'],
  ['x.doc', '<?xml version="1.0"?><w:wordDocument xmlns:w="a"/>', 'refused-word-xml'],
  ['x.docx', packed({ 'mimetype': 'application/vnd.oasis.opendocument.text' }), 'refused-odt'],
  ['x.docx', packed({ 'xl/workbook.xml': 'a' }), 'refused-sheet'],
  ['x.pdf', packed({ 'OFD.xml': 'a' }), 'refused-ofd'],
  ['x.zip', packed({ 'a.docx': Buffer.from(wordFile('')).toString('latin1') }), 'refused-archive'],
  ['x.xyz', 'abc', 'refused-unknown'],
  ['x.constructor', 'abc', 'refused-unknown'],
  ['x', 'abc', 'refused-unknown'],
  ['x.docx', '', 'refused-empty'],
  ['x.pdf', '', 'refused-empty'],
  ['x.docx', ZIP, 'refused-damaged'],
  ['x.docx', ZIP.slice(0, 20), 'refused-damaged'],
  ['x.docx', 'no zip', 'refused-damaged'],
  ['x.docx', latin1('关于做好工作的通知\r\n'), 'refused-misnamed'],
  ['x.pdf', latin1('关于做好工作的通知'.repeat(60)), 'refused-misnamed'],
  ['a.b/通知', latin1('关于做好工作的通知'), 'refused-misnamed'],
  ['x.doc', '\xB9\xD8\xD3\xDA\xD7\xF6\xBA\xC3', 'refused-misnamed'],
  ['x.docx', latin1('关于做好工作\0的通知'), 'refused-damaged'],
  ['x.xyz', latin1('关于做好工作的通知'), 'refused-unknown'],
  ['x.pdf', 'no PDF', 'refused-damaged'],
  ['x.pdf', '%PDF-1.7\nabc', 'refused-damaged'],
  ['x.html', '<p></p>', 'refused-empty'],
  ['x.html', '\0\x01\x02\x03\0\x01\x02\x03', 'refused-damaged'],
  ['x.txt', '甲', 'text'],
])('%#: %s', async (name, text, rule) => {
  expect(await ruleOf(name, latin(text))).toBe(rule);
}); // prettier-ignore

test.each(['x.pdf', 'x.txt', 'x.doc', 'x'])('a Word file named %s is a Word file', async (name) => {
  expect(await ruleOf(name, wordFile(wordParagraph('甲')))).toBe('docx');
});

test('a web page named .doc is a web page', async () => {
  expect(await readFileOf('x.doc', new TextEncoder().encode('\n<html><p>甲</p>'))).toMatchObject({
    kind: 'html',
    text: '甲\n',
  });
});

describe('hostile Word files', () => {
  test('that unpack to many times their size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await ruleOf('x.docx', bomb)).toBe('refused-bomb');
  });

  test('whose directory lies about the size', async () => {
    const honest = wordFile(wordParagraph('甲'.repeat(100_000)));
    const bytes = Buffer.from(honest);
    // every size in the directory: 10 bytes
    for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
      bytes.writeUInt32LE(10, at + 24);
    expect(await ruleOf('x.docx', new Uint8Array(bytes))).toBe('refused-damaged');
  }); // prettier-ignore

  test('with a document type, entities and outside files', async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>';
    expect(await ruleOf('x.docx', zipSync({ 'word/document.xml': strToU8(xml) }))).toBe(
      'refused-hostile',
    );
  });

  test('nested without end', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(50_000)}${'</w:sdtContent></w:sdt>'.repeat(50_000)}`;
    expect(await ruleOf('x.docx', wordFile(deep + wordParagraph('甲')))).toBe('refused-damaged');
  });

  test('a picture alone is a scan', async () => {
    expect(
      await ruleOf('x.docx', wordFile('<w:p><w:r><w:drawing><blip/></w:drawing></w:r></w:p>')),
    ).toBe('refused-scan');
  });

  test('macros are not even unpacked', async () => {
    const receipt = await readFileOf(
      'x.docm',
      wordFile(wordParagraph('甲'), { 'word/vbaProject.bin': 'Sub AutoOpen()' }),
    );
    expect(receipt).toMatchObject({
      kind: 'docx',
      text: '甲\n',
      remarks: [{ rule: 'docx-macros' }],
    });
  });
});

test('bytes of any kind under any name', async () => {
  const start = fc.constantFrom('', 'PK\x03\x04', '%PDF-1.7\n', OLE, '<html>', '\xFF\xFE');
  const name = fc.constantFrom('x.docx', 'x.pdf', 'x.html', 'x.txt');
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), name, async (head, tail, file) => {
      const bytes = new Uint8Array([...latin(head), ...tail]);
      await expect(readFileOf(file, bytes)).resolves.toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('a Word file with any byte changed', async () => {
  const whole = wordFile(wordParagraph('某某市知识产权局关于印发方案的通知').repeat(20));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = byte;
      await expect(readFileOf('x.docx', bytes)).resolves.toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('what takes too long is given up, and the next file is read', async () => {
  const receiver = new ReaderProcess(0.001);
  const slow = wordFile(wordParagraph('甲'.repeat(10)).repeat(100_000));
  const receipt = await receiver.receive('x.docx', slow);
  expect(receipt).toMatchObject({ refusal: { rule: 'refused-damaged' } });
  await receiver.close();
  const patient = new ReaderProcess();
  expect(await patient.receive('x.docx', wordFile(wordParagraph('甲')))).toMatchObject({
    text: '甲\n',
  });
  expect(await patient.receive('x.docx', wordFile(wordParagraph('乙')))).toMatchObject({
    text: '乙\n',
  });
  await patient.close();
});

test.each([
  ['/a/b/通知.docx', '通知.docx'],
  ['C:\\a\\通知.PDF', '通知.pdf'],
  ['..', 'notice.'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['con.txt', 'notice-con.txt'],
  ['COM1.x.txt', 'notice-COM1.x.txt'],
  ['.hidden.txt', 'hidden.txt'],
  ['a\u{0}b\u{202E}:c?.txt', 'a_b__c_.txt'],
  ['-rf.txt', 'rf.txt'],
  ['a. .txt', 'a.txt'],
  [`${'长'.repeat(300)}.txt`, `${'长'.repeat(60)}.txt`],
])('%j is kept as %j', (given, kept) => {
  const { stem, ending } = safeName(given);
  expect(`${stem}.${ending}`).toBe(kept);
});

test('where a second document begins', () => {
  const one = (number: string): string =>
    `某市文件\n${number}\n关于甲的通知\n${'正文。\n'.repeat(10)}`;
  expect(secondDocument(one('某市〔2023〕1号'))).toBeNull();
  expect(secondDocument(one('某市〔2023〕1号').repeat(2))).toBeNull();
  expect(secondDocument(one('某市〔2023〕1号') + one('某市〔2023〕2号'))).toMatchObject({
    line: 15,
  });
});
