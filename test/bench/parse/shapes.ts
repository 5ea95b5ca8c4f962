/** Texts of any size: an ordinary notice, and what a parser may stumble over when there is much of it. */

/** One shape of text. */
export interface Shape {
  name: string;
  /** What it repeats; `№` stands for the number of the repetition. */
  unit: string;
  /** What stands once in front. */
  head?: string;
}

const HEAD = `汉江市知识产权局文件

汉知〔2024〕16号

汉江市知识产权局关于印发《汉江市知识产权工作要点》的通知

各县（市、区）知识产权局：

现将《汉江市知识产权工作要点》印发给你们，请认真贯彻执行。

汉江市知识产权局

2024年5月20日

汉江市知识产权工作要点

一、总体要求

`;

const CLAUSE =
  '（一）完善政策文件。贯彻落实《汉江市知识产权强市建设纲要》和汉政发〔2021〕31号文件精神，\n在12月底前出台配套措施。（责任单位：市知识产权局）\n\n';

export const SHAPES: readonly Shape[] = [
  { name: 'a notice', head: HEAD, unit: CLAUSE },
  { name: 'clauses of one line', head: HEAD, unit: '№.甲乙丙。\n' },
  {
    name: 'clauses of a sentence',
    head: HEAD,
    unit: '№.建立知识产权快速维权机制，全年办结专利侵权纠纷行政裁决案件不少于二十件。\n',
  },
  { name: 'one line of prose', unit: '各单位要高度重视知识产权工作，抓好落实。' },
  { name: 'one line without a mark', unit: '知识产权' },
  { name: 'one line of clauses', unit: '一、甲乙丙丁。（一）戊己庚辛。' },
  ...[
    '一、',
    '一、\n',
    '（一）',
    '（',
    '（\n',
    '）',
    '《',
    '》',
    '《甲》',
    '《〈',
    '“',
    '〔2024〕',
    '汉知〔2024〕1号',
    '2024年5月20日\n',
    '附件：',
    '附件1\n',
    '第一条 ',
    '第一条\n',
    '1.',
    '1.\n',
    '1.1.1 ',
    '.',
    ',',
    '1',
    '十',
    '零',
    ' ',
    '　',
    '\t',
    '\n',
    ' \n',
    '\r',
    '#',
    '# ',
    '# \n',
    '**',
    '*',
    '---\n',
    '|',
    '| a | b |\n',
    '<',
    '<!--',
    '&',
    '{',
    '\\',
    '[',
    '`',
    '_',
    '~',
    ':',
    '…',
    '——',
    '— 1 —\n',
    '的通知',
    '关于',
    '规划',
    '十四五规划',
    'a',
    'a ',
    'http://',
    '\u{FFFD}',
    '\u{200B}',
    '😀',
    '抄送：',
    '\u{3000}甲\n',
    '甲\v**',
    '（(',
    '《国家知识产权战略纲要》',
    '《国家知识产权战略纲要》（以下简称“名称№”）',
    '《№规划》',
    '汉知〔2024〕№号',
    '第一章 甲\n第一节 乙\n第一条 丙\n一、丁\n（一）戊\n1.己\n（1）庚\n①辛\n',
    '1.№ 甲\n',
    '1.1 甲\n1.2 乙\n',
    '目录\n一、甲…№\n',
    '甲乙丙丁\n— № —\n',
    '№\n',
    '分享到\n',
    '名称: 甲\n',
    '发布时间：',
    '市局\n2024年5月20日\n',
    '市局　　省厅　　',
    '附件№\n甲\n抄送：市局\n2024年5月20日印发\n',
    '附件：1.甲\n2.乙\n',
    '# 甲\n',
    '关于甲的\n',
    'a\u{301}',
    '甲\u{FE00}',
    '\u{E000}',
    '\u{202E}甲',
    '👩\u{200D}👧',
    '\u{2028}',
  ].map((unit): Shape => ({ name: JSON.stringify(unit), unit })),
];

/**
 * A text of a shape.
 * @param bytes how long it is in UTF-8, to the next whole unit
 */
export function textOfSize({ unit, head = '' }: Shape, bytes: number): Uint8Array {
  const count = Math.ceil((bytes - Buffer.byteLength(head)) / Buffer.byteLength(unit));
  const units = Array.from({ length: count }, (_, index) => unit.replace('№', String(index + 1)));
  return new TextEncoder().encode(head + units.join(''));
}
