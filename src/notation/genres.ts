import { withoutSpaces } from './normalize/words.ts';

/** Genres of official documents (党政机关公文处理工作条例, art. 8) and of what they carry. */

/** The 15 genres of notices, and those of regulations. */
const OFFICIAL =
  '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|条例|规定|办法|细则|规则|规程|章程|准则|解释|复函|公示|说明|答复';
/** What notices carry. */
const CARRIED =
  '纲要|规划|计划|方案|要点|预案|措施|清单|目录|指南|指引|标准|规范|制度|名单|表|任务|分工|守则|大纲|导则|意见书|台账|图|汇编|政策|任务分解|手册|名录|流程|须知|公约|白皮书';
/** Genres of two words: 推进方案, 工作要点. */
const COMPOUND =
  '(?:实施|推进|工作|行动|试点|建设)方案|工作要点|(?:实施|推进|工作|行动|发展)计划|(?:实施|指导)意见|实施细则|应急预案|(?:若干|政策)措施|(?:管理|实施|暂行)办法|(?:管理|暂行)规定|实施纲要|发展规划|(?:任务|职责)分工|重点任务|(?:责任|任务|权责|负面)清单';

const GENRE = new RegExp(`(${COMPOUND}|${CARRIED}|${OFFICIAL})$`);

/**
 * The genre a title ends in, brackets behind it left out.
 * @param title `…年度推进方案（2023年度）`
 * @returns `推进方案`; null when the title ends in none
 */
export function genreOf(title: string): string | null {
  const bare = title
    .replace(/\s/g, '')
    .replace(/(?:[（(〔[][^（）()〔〕[\]]{0,30}[）)〕\]])+$/, '')
    .replace(/[》」”’>»]+$/, '')
    .replace(/(?:[（(][^（）()]{0,30}[）)])+$/, '');
  return GENRE.exec(bare)?.[1] ?? null;
}

const ENDING =
  /的(?:实施|指导|若干|补充|处理|暂行|紧急)?(?:通知|函|复函|公告|通告|决定|意见|通报|批复|报告|请示|公示|命令|令|议案|纪要|说明|公报|规定|办法)(?:[（(][^（）()]{1,30}[）)])?$/;

/**
 * Whether a text ends as titles of notices do, whatever genre stands in it before: `关于印发…方案的通知`.
 * @param text of one or more lines of a title, without white space
 */
export function endsNotice(text: string): boolean {
  return ENDING.test(text);
}

const CARRIES =
  /(?:印发|发布|公布|颁发|颁布|转发|批转|下发|下达|制定)(.{4,}?)(?:的(?:通知|函|公告|通告|令|决定|命令|通报)|$)/;

/**
 * What a notice that carries other documents says it carries.
 * @param title `关于印发《2023年开封市…方案》的通知`
 * @returns the titles of the enclosures, without book-title marks round them; none when the notice carries none
 */
export function carriedTitles(title: string): string[] {
  const carried = CARRIES.exec(withoutSpaces(title))?.[1];
  if (carried === undefined) return [];
  const listed = /^《.*》$/.test(carried)
    ? carried.slice(1, -1).split(/》[、和及与]?《/)
    : [carried];
  return listed
    .map((each) => each.replace(/^«(.*)»$/, '$1'))
    .filter((each) => genreOf(each) !== null);
}
