/** Word files become the lines that Word prints. */
import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/exports/docx/docx.ts';
import { outlineOf } from '../../src/records/notice-record.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { formatNumber } from '../../src/intake/docx/number-formats.ts';
import { readFileOf } from '../../src/intake/read-file.ts';
import { project } from '../support/places.ts';
import {
  level,
  numberingPart,
  wordParagraph,
  stylesPart,
  wordFile,
} from '../support/word-files.ts';

async function textOf(bytes: Uint8Array): Promise<string> {
  const receipt = await readFileOf('x.docx', bytes);
  if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
  return receipt.text ?? '';
}

async function rulesOf(bytes: Uint8Array): Promise<string[]> {
  const receipt = await readFileOf('x.docx', bytes);
  return 'refusal' in receipt ? [receipt.refusal.rule] : receipt.remarks.map(({ rule }) => rule);
}

const numbered = (numbers: number, at: number): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numbers}"/></w:numPr>`;

const official = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>`;

describe('automatic numbers are text', () => {
  test('of three levels, each beginning anew below the next one above', async () => {
    const numbers = numberingPart(
      official,
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    );
    const body = [
      [0, '甲'], [1, '乙'], [2, '丙'], [2, '丁'], [1, '戊'], [2, '己'], [0, '庚'], [1, '辛'],
    ].map(([at, words]) => wordParagraph(String(words), numbered(1, Number(at)))); // prettier-ignore
    expect((await textOf(wordFile(body.join(''), numbers))).trim().split('\n')).toEqual([
      '一、甲', '（一）乙', '1.丙', '2.丁', '（二）戊', '1.己', '二、庚', '（一）辛',
    ]); // prettier-ignore
  });

  test('instances of one definition run on, unless one begins anew', async () => {
    const numbers = numberingPart(
      official,
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
      '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>',
      '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    );
    const body = [1, 2, 3, 3].map((name) => wordParagraph('甲', numbered(name, 0))).join('');
    expect(await textOf(wordFile(body, numbers))).toBe('一、甲\n二、甲\n五、甲\n六、甲\n');
  });

  test('a level may go on over the one above it, and show digits alone', async () => {
    const shape = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '第%1章 ')}${level(1, 'chineseCounting', '第%2条 ', '<w:lvlRestart w:val="0"/>')}${level(2, 'decimal', '%1.%3', '<w:isLgl/>')}</w:abstractNum>`;
    const numbers = numberingPart(shape, '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>');
    const body = [0, 1, 0, 1, 2].map((at) => wordParagraph('甲', numbered(1, at))).join('');
    expect(await textOf(wordFile(body, numbers))).toBe(
      '第一章 甲\n第一条 甲\n第二章 甲\n第二条 甲\n2.1甲\n',
    );
  });

  test('styles number their paragraphs, also by the style they rest on; 0 takes the number away', async () => {
    const shape = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')}</w:abstractNum>`;
    const numbers = numberingPart(shape, '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>');
    const style = (name: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${name}">${more}</w:style>`;
    const own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = stylesPart(
      style('H1', own),
      style('H2', own),
      style('H1b', '<w:basedOn w:val="H1"/>'),
    );
    const of = (name: string, more = ''): string =>
      wordParagraph('甲', `<w:pStyle w:val="${name}"/>${more}`);
    const body = of('H1') + of('H2') + of('H1b') + of('H1', numbered(0, 0)) + of('none');
    expect(await textOf(wordFile(body, { ...numbers, ...styles }))).toBe(
      '一、甲\n（一）甲\n二、甲\n甲\n甲\n',
    );
  });

  test('as the library docx writes them', async () => {
    const document = new Document({
      numbering: {
        config: [
          { reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }] },
        ],
      },
      sections: [{ children: ['甲', '2023年'].map((text) => new Paragraph({ text, numbering: { reference: 'n', level: 0 } })) }],
    }); // prettier-ignore
    // a tab behind the number keeps `2.` and `2023` apart
    expect(await textOf(await Packer.toBuffer(document))).toBe('1. 甲\n2. 2023年\n');
  });

  test.each([
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCounting', 105, '一百零五'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['ideographTraditional', 2, '乙'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 14, 'xiv'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['nobody knows it', 4, '4'],
    ['chineseCounting', 0, '0'],
  ])('%s: %i is %s', (format, value, printed) => {
    expect(formatNumber(format, value)).toBe(printed);
  });
});

describe('what is printed', () => {
  test('cells of tables, one below the other', async () => {
    const row = (...cells: string[]): TableRow =>
      new TableRow({
        children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
      });
    const table = new Table({ rows: [row('序号', '任务'), row('1', '专利转化')] });
    const document = new Document({ sections: [{ children: [new Paragraph('甲'), table] }] });
    expect(await textOf(await Packer.toBuffer(document))).toBe('甲\n序号\n任务\n1\n专利转化\n');
  });

  test('inserted words are, deleted and moved ones are not, and a remark says so', async () => {
    const bytes = wordFile(
      '<w:p><w:r><w:t>知识</w:t></w:r><w:del><w:r><w:delText>产业</w:delText></w:r></w:del><w:ins><w:r><w:t>产权</w:t></w:r></w:ins></w:p>' +
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p>' + wordParagraph('下'),
    ); // prettier-ignore
    expect(await textOf(bytes)).toBe('知识产权\n上下\n');
    expect(await rulesOf(bytes)).toEqual(['docx-tracked-changes']);
  });

  test('text boxes once, WordArt, footnotes at the end; codes of fields and hidden words never', async () => {
    const box = (words: string): string => `<w:txbxContent>${wordParagraph(words)}</w:txbxContent>`;
    const bytes = wordFile(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('某某市文件')}</mc:Choice><mc:Fallback><w:pict>${box('某某市文件')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        '<w:p><w:r><w:pict><v:textpath string="某局文件"/></w:pict></w:r></w:p>' +
        '<w:p><w:r><w:t>见</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF _1</w:instrText><w:t>附</w:t><w:softHyphen/><w:t>件</w:t><w:tab/><w:noBreakHyphen/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r></w:p>',
      {
        'word/footnotes.xml':
          '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2"><w:p><w:r><w:t>说明</w:t></w:r></w:p></w:footnote></w:footnotes>',
      },
    ); // prettier-ignore
    expect(await textOf(bytes)).toBe('某某市文件\n某局文件\n\n见附件\t-[1]●\n[1] 说明\n');
    expect(await rulesOf(bytes)).toEqual(['docx-hidden-text']);
  });

  test('a masthead in the header is left out, and a remark quotes it', async () => {
    const header =
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>某某市文件</w:t></w:r></w:p></w:hdr>';
    const receipt = await readFileOf(
      'x.docx',
      wordFile(wordParagraph('甲'), { 'word/header1.xml': header }),
    );
    expect(receipt).toMatchObject({ text: '甲\n', remarks: [{ rule: 'docx-margins' }] });
    expect(JSON.stringify(receipt)).toContain('“某某市文件”');
  });

  const run = (words: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
  const whole = (inside: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
  const one = numberingPart(official, '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>');
  const hiding = stylesPart(
    '<w:style w:type="paragraph" w:styleId="Top"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Form"><w:basedOn w:val="Top"/></w:style>',
    '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vanish/></w:rPr></w:style>',
  );
  const cell = (words: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(words)}</w:tc>`;
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test.each<[string, string, string, string[], Record<string, string>?]>([
    ['a paragraph that was deleted with its mark takes no number', whole('<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>', `${numbered(1, 0)}<w:rPr><w:del/></w:rPr>`) + wordParagraph('乙', numbered(1, 0)) + wordParagraph('丙', numbered(1, 0)), '一、乙\n二、丙\n', ['docx-tracked-changes'], one],
    ['a paragraph that goes on in the next has its number', whole(run('甲'), '<w:rPr><w:del/></w:rPr>') + wordParagraph('乙', numbered(1, 0)), '一、甲乙\n', [], one],
    ['a hidden one has none', whole(run('甲', '<w:vanish/>'), `${numbered(1, 0)}<w:rPr><w:vanish/></w:rPr>`) + wordParagraph('乙', numbered(1, 0)), '一、乙\n', ['docx-hidden-text'], one],
    ['styles hide words', wordParagraph('窗体顶端', '<w:pStyle w:val="Form"/>') + whole(run('甲', '<w:rStyle w:val="Mark"/>') + run('乙')) + whole(run('丙', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Form"/>'), '乙\n丙\n', ['docx-hidden-text'], hiding],
    ['rows that were deleted', `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('甲')}</w:tr><w:tr>${cell('乙')}</w:tr></w:tbl>`, '乙\n', ['docx-tracked-changes']],
    ['cells that another covers', `<w:tbl><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('乙', '<w:vMerge/>')}${cell('丙')}</w:tr></w:tbl>`, '甲\n丙\n', ['docx-hidden-text']],
    ['tables in tables', `<w:tbl><w:tr><w:tc>${wordParagraph('甲')}<w:tbl><w:tr>${cell('乙')}</w:tr></w:tbl>${wordParagraph('')}</w:tc></w:tr></w:tbl>`, '甲\n乙\n', []],
    ['results of fields, and links', whole(`${run('见')}${field(' REF _a ', run('附件'))}<w:hyperlink>${run('一')}</w:hyperlink><w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`), '见附件一3\n', []],
    ['fields that draw, charts', whole(`${field(' EQ \\\\o\\\\ac(○,1) ', '')}<w:r><w:drawing><chart/></w:drawing></w:r>${run('甲')}`), '甲\n', ['docx-pictures']],
    ['content controls', `<w:sdt><w:sdtPr><w:alias w:val="题"/></w:sdtPr><w:sdtContent>${wordParagraph('甲')}</w:sdtContent></w:sdt>${whole(`<w:sdt><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt>`)}`, '甲\n乙\n', []],
    ['words under pinyin', whole(`<w:r><w:ruby><w:rt>${run('zhī')}</w:rt><w:rubyBase>${run('知')}</w:rubyBase></w:ruby></w:r>`), '知\n', []],
    ['formulas', whole('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'), 'a+b\n', []],
    ['comments never', whole(`<w:commentRangeStart/>${run('甲')}<w:r><w:commentReference/></w:r>`), '甲\n', [], { 'word/comments.xml': '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment><w:p><w:r><w:t>批</w:t></w:r></w:p></w:comment></w:comments>' }],
    ['pages that are broken by hand, not by Word', whole(`${run('上')}<w:r><w:lastRenderedPageBreak/></w:r>${run('中')}<w:r><w:br w:type="page"/></w:r>${run('下')}`), '上中\n下\n', []],
    ['characters by their place in a font', whole('<w:r><w:sym w:font="宋体" w:char="4E00"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), '一☑\n', []],
  ])('%s', async (_, body, text, rules, parts) => {
    const bytes = wordFile(body, parts);
    expect(await textOf(bytes)).toBe(text);
    expect(await rulesOf(bytes)).toEqual(rules);
  }); // prettier-ignore

  test('of Strict Open XML too', async () => {
    const strict = wordFile(wordParagraph('甲'), {
      'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
    }); // prettier-ignore
    expect(await textOf(strict)).toBe('甲\n');
  });

  test('line breaks made by hand are lines, runs of one sentence are not', async () => {
    const document = new Document({
      sections: [{ children: [new Paragraph({ children: [new TextRun('关于印发'), new TextRun({ text: '的通知', break: 1 }), new TextRun('甲')] })] }],
    }); // prettier-ignore
    expect(await textOf(await Packer.toBuffer(document))).toBe('关于印发\n的通知甲\n');
  });
});

describe('a notice that went out as a Word file comes back', () => {
  const archive = pipeline(readSeeds(project));
  test.each(archive.notices.map((finished) => [finished.notice.id, finished] as const))('%s', async (_, { notice, facts }) => {
    const bytes = docxOf(notice, facts.title);
    const text = await textOf(bytes);
    const [again] = pipeline([{ path: 'seeds/again.txt', bytes: new TextEncoder().encode(text) }]).notices;
    const shape = (of: typeof notice): unknown =>
      JSON.parse(JSON.stringify(outlineOf(of), (key, value: unknown) => (key === 'source' || key === 'url' ? null : value)));
    expect(shape(again!.notice)).toEqual(shape(notice));
    expect(again!.facts).toMatchObject({ ...facts, imprintOrgan: again!.facts.imprintOrgan });
    // another reader of Word files finds the same words
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(text.replace(/\s/g, '')).toBe(value.replace(/\s/g, ''));
  }); // prettier-ignore
});
