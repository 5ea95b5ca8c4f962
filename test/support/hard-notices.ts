/**
 * Notices that are hard to show, written for tests: the places, organs and numbers are invented, the style is that of
 * official documents.
 */

const issuer = '云岭市知识产权局';
const addressees = '各县（区）知识产权局，市直各有关单位：';
const signature = `${issuer}\n\n2024年5月20日`;

/** Sentences that the long texts are made of. */
const sentences = [
  '建立健全部门协同、上下联动的工作机制，定期会商重点难点问题。',
  '围绕主导产业开展专利导航，形成一批可以落地的分析成果。',
  '指导企业完善知识产权管理制度，提升创造、运用、保护和管理能力。',
  '畅通维权渠道，及时受理群众举报投诉，做到件件有着落、事事有回音。',
  '加强宣传培训，营造尊重知识、崇尚创新、诚信守法的社会氛围。',
  '落实经费保障，将所需资金纳入本级预算，确保专款专用。',
];
const subjects = [
  '专利转化',
  '商标品牌',
  '地理标志',
  '质押融资',
  '公共服务',
  '行政裁决',
  '人才培养',
];
const digits = '零一二三四五六七八九';

/** Numbers as ordinals print them: 105 → 一百零五. */
function printed(value: number): string {
  const tens = Math.floor((value % 100) / 10);
  const units = value % 10;
  const hundred = value < 100 ? '' : `一百${value % 100 > 0 && tens === 0 ? '零' : ''}`;
  const ten = tens === 0 ? '' : `${value < 20 ? '' : digits[tens]!}十`;
  return hundred + ten + (units === 0 ? '' : digits[units]!);
}

/** A text of at least so many characters. */
function long(length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += sentences[at % sentences.length]!;
  return text;
}

function notice(number: number, title: string, ...blocks: string[]): string {
  return `${[`${issuer}文件`, `云岭知〔2024〕${number}号`, title, addressees, ...blocks, signature].join('\n\n')}\n`;
}

const clauses = Array.from({ length: 130 }, (_, at) => {
  const part =
    at % 26 === 0 ? [`${printed(at / 26 + 1)}、第${printed(at / 26 + 1)}批重点任务`] : [];
  const subject = subjects[at % subjects.length]!;
  return [
    ...part,
    `（${printed(at + 1)}）推进${subject}工作。${sentences[at % sentences.length]!}`,
  ];
}).flat();

const columns = [
  '序号',
  '任务名称',
  '牵头单位',
  '配合单位',
  '完成时限',
  '年度目标',
  '考核方式',
  '备注',
];
const rows = [
  [
    '1',
    '建设知识产权服务工作站',
    '市知识产权局',
    '各县（区）人民政府',
    '2024年9月',
    '新增12家',
    '现场核查',
    '含园区3家',
  ],
  [
    '2',
    '开展地理标志保护专项行动',
    '市市场监管局',
    '市农业农村局、市商务局',
    '2024年11月',
    '检查市场主体800户次',
    '台账核查',
    '无',
  ],
  [
    '3',
    '培育高价值专利组合',
    '市科技局',
    '云岭职业技术学院',
    '2024年12月',
    '20项',
    '专家评审',
    '跨年度实施',
  ],
];
const line = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** Text of a seed by its file name. */
export const hardNotices: Record<string, string> = {
  'no-headings.txt': notice(
    1,
    '云岭市知识产权局关于做好春季知识产权服务工作的通知',
    ...[0, 1, 2].map((at) => sentences.slice(at, at + 3).join('')),
    '请认真贯彻执行。',
  ),
  'many-clauses.txt': notice(
    2,
    '云岭市知识产权局关于印发云岭市知识产权强市建设任务清单的通知',
    '现将《云岭市知识产权强市建设任务清单》印发给你们，请认真组织实施。',
    ...clauses,
  ),
  // 120 characters
  'long-title.txt': notice(
    3,
    '云岭市知识产权局云岭市财政局云岭市科学技术局云岭市工业和信息化局云岭市农业农村局云岭市商务局关于进一步加强知识产权创造运用保护管理服务全链条工作支撑战略性新兴产业和未来产业集群高质量发展建立跨部门跨区域协同联动长效工作机制若干具体措施的通知',
    '一、总体要求',
    ...sentences.slice(0, 2),
    '二、重点任务',
    sentences[3]!,
  ),
  'wide-table.txt': notice(
    4,
    '云岭市知识产权局关于下达2024年度重点任务的通知',
    '一、任务安排',
    '各单位按照下表分工抓好落实。',
    [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'),
    '二、工作要求',
    sentences[5]!,
  ),
  'flat-table.txt': notice(
    5,
    '云岭市知识产权局关于公布2024年度任务分工的通知',
    '一、任务分工',
    ...[columns, ...rows].flat(),
    '二、工作要求',
    [columns, ...rows].map((cells) => cells.join('\t')).join('\n'),
  ),
  'long-clause.txt': notice(
    6,
    '云岭市知识产权局关于加强知识产权工作的意见',
    '一、总体要求',
    `（一）工作目标。${long(5000)}`,
    '（二）保障措施。落实责任。',
  ),
  'nothing-but-text.txt': `${sentences[0]!}\n\n${sentences[1]!}\n`,
  'one-word.txt': '收悉。\n',
  'unbroken.txt': notice(
    7,
    '云岭市知识产权局关于启用在线业务系统的通知',
    '一、系统地址',
    `（一）登录地址。请访问http://${'service-platform.'.repeat(8)}yunling.example/${'module/'.repeat(20)}index.do?token=${'0123456789abcdef'.repeat(12)}办理业务。`,
    `（二）验证字符。${'X'.repeat(400)}`,
    `（三）省略部分。${'…'.repeat(150)}${'—'.repeat(150)}`,
    `（四）${'Intellectualpropertyadministrativeadjudication'.repeat(3)}`,
    '二、其他事项',
    sentences[4]!,
  ),
  'deep.txt': notice(
    8,
    '云岭市知识产权局关于印发年度考核办法的通知',
    ...[1, 2].flatMap((part) => [
      `${printed(part)}、${subjects[part]!}`,
      ...[1, 2].flatMap((section) => [
        `（${printed(section)}）${subjects[section + 2]!}。`,
        ...[1, 2].flatMap((item) => [
          `${item}.${subjects[item + 3]!}。${sentences[item]!}`,
          ...[1, 2].flatMap((point) => [
            `（${point}）${sentences[point + 2]!}`,
            ...['①', '②'].map((sign) => `${sign}${sentences[point]!}`),
          ]),
        ]),
      ]),
    ]),
  ),
  'chapters.txt': notice(
    9,
    '云岭市知识产权局关于印发《云岭市地理标志管理办法》的通知',
    '现将《云岭市地理标志管理办法》印发给你们，请遵照执行。',
    '云岭市地理标志管理办法',
    '第一章 总 则',
    `第一条 ${sentences[0]!}`,
    `第二条 ${sentences[1]!}`,
    '第二章 监督管理',
    '第一节 一般规定',
    `第三条 有下列情形之一的，责令改正：\n\n（一）未建立台账的；\n\n（二）拒不接受检查的。`,
    `第四条 ${sentences[3]!}`,
  ),
  'crowd.txt': `${Array.from({ length: 12 }, (_, at) => `云岭市${subjects[at % 7]!}工作联席会议第${printed(at + 1)}办公室`).join('\n')}

云岭联〔2024〕10号

关于联合开展专项行动的通知

${Array.from({ length: 40 }, (_, at) => `云岭市第${printed(at + 1)}县（区）知识产权局`).join('，')}：

一、在全市范围内联合开展知识产权保护专项行动并持续巩固和拓展专项行动成果的总体考虑以及需要各单位共同把握的若干基本原则和工作要求

${sentences[2]!}
`,
  'hostile.txt': notice(
    11,
    '云岭市知识产权局关于填报{表格}的<通知>',
    '一、填报要求 <script>alert(1)</script>',
    '（一）字段{name}与{{value}}照原样填写。<img src=x onerror=alert(1)>',
    "import x from 'y'",
  ),
};
