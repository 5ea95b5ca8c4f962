/** What stands in a seed but is no text of the notice: page numbers, running heads, remains of web pages, a collector's notes. */
import { withoutSpaces } from '../../notation/normalize/words.ts';
import { endsParagraph, isBalanced } from '../../notation/punctuation.ts';
import type { ResidueKind } from '../../model/vocabulary.ts';
import type { Line } from './line.ts';
import { markPageNumbers } from './page-numbers.ts';

const WEB =
  /^(?:[-·|_~^■]|分享(?:到|至)?[:：]?.{0,20}|主办(?:单位)?[:：].{0,60}|.{0,30}ICP备.{0,30}|网站标识码.{0,20}|打印(?:本页)?|关闭(?:窗口|本页)?|(?:[【[|]?(?:打印本页|打印|关闭窗口|关闭本页|关闭|收藏本页|收藏|分享|返回顶部|返回|字体|纠错|大|中|小)[】\]|]?){2,8}|[【[](?:打印本页|打印|关闭窗口|关闭|收藏|分享|纠错|返回)[】\]]|字(?:号|体)[:：].{0,12}|扫一扫.{0,20}|微信扫.{0,20}|(?:您?(?:现在|当前)?(?:所在)?的?位置)[:：].{0,60}|首页[>＞].{0,60}|来源[:：].{0,30}|信息来源[:：].{0,30}|发布(?:时间|日期)[:：].{0,24}|浏览(?:次数|量)[:：].{0,12}|点击(?:数|量|次数)[:：].{0,12}|责任编辑[:：].{0,16}|(?:上|下)一[篇条][:：].{0,80}|(?:解读链接|政策解读|相关政策|文件解读|图解)[:：].{0,80}|相关(?:链接|附件|文档|解读)[:：]?|点击(?:查看|下载).{0,80}|附件下载[:：]?|返回顶部|网站地图|版权所有.{0,60}|扫码.{0,20}|基本信息)$/;
/** Below the text: who runs the site, and what files it offers. */
const WEB_FOOT =
  /^(?:(?:版权所有|Copyright|©).{0,80}|.{0,30}版权所有|.{0,20}公网安备.{0,24}|技术支持[:：].{0,40}|附件下载[:：].{0,80}|.{1,60}\.(?:docx?|xlsx?|pdf|wps|zip|rar)|我要纠错|联系我们|网站声明|无障碍浏览)$/i;
/** `发布时间：2023-05-11 来源：局办公室 浏览次数：128`: two such keys on a line are no text. */
const WEB_KEYS =
  /^(?:[0-9]{4}[-年/.][0-9]{1,2}[-月/.][0-9]{1,2}日?)? ?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)? ?[【[]?(?:发布时间|发布日期|发布机构|更新时间|更新日期|时间|日期|来源|信息来源|稿件来源|文章来源|作者|编辑|浏览次数|浏览|阅读次数|阅读|访问量|点击数|字体|字号)[:：].{0,60}?(?:时间|来源|作者|编辑|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|访问量|点击数|点击量|点击次数|点击|字体|字号|视力保护色)[:：].{0,60}$/;
/** Name and issue of a gazette, in front of a page or at its edge: `云州市人民政府公报　2016年第6期`. */
const GAZETTE =
  /^(?:\p{Script=Han}{2,24}(?:公报|政报)[·•]?(?:[0-9０-９]{4}[.．][0-9０-９]{1,2}|(?:[0-9０-９]{4}年)?[·•]?第?[0-9０-９]{1,3}期)(?:[（(]?总第?[0-9０-９]{1,4}[号期][）)]?)?|[0-9０-９]{4}年?[·•]?第?[0-9０-９]{1,3}期[·•]?\p{Script=Han}{2,24}(?:公报|政报))$/u;
/** The column of a gazette that a notice stands in: `·市政府文件·`. */
const COLUMN = /^[·•●]\p{Script=Han}{0,16}(?:文件|规章|法规|公告|通告|任免|解读)[·•●]$/u;
const WEB_FACT =
  /^[【[]?(?:索引号|统一编号|主题分类|发文机关|发布机构|发布机关|成文日期|发文日期|实施日期|失效日期|生效日期|标题|文号|发文字号|主题词|有效性|文件状态|公文种类|体裁分类|组配分类|公开方式|公开范围|信息索引|类别|分类|时效性)(?:[:：]|[】\]][:：]?).{0,120}$/;

/**
 * Marks the lines that are residue.
 * @param lines of one seed; `residue` is set in place
 */
export function markResidue(lines: Line[]): void {
  markMetadata(lines);
  markWeb(lines);
  markTable(lines);
  markPageNumbers(lines);
  markRunningHeads(lines);
  for (const line of lines)
    if (GAZETTE.test(value(line)) || COLUMN.test(value(line))) mark(line, 'running-head');
}

const value = (line: Line | undefined): string => line?.words.value ?? '';
const bare = (line: Line): string => withoutSpaces(value(line));

function mark(line: Line, kind: ResidueKind): void {
  line.residue ??= kind;
}

/** A block of `key: value` lines at the top (front matter of a collector), HTML comments, quoted notes. */
function markMetadata(lines: Line[]): void {
  const head = lines.findIndex(
    (line) => !/^[\p{Script=Han}A-Za-z_]{1,12}: ?\S.{0,300}$/u.test(value(line)),
  );
  const keys = head < 0 ? lines.length : head;
  if (keys >= 3 && keys < lines.length)
    for (const line of lines.slice(0, keys)) mark(line, 'metadata');
  for (const line of lines) {
    if (/^<!--.*-->$/.test(value(line)) || value(line).startsWith('>')) mark(line, 'metadata');
  }
}

/** Navigation, sharing, field lists of web pages. Field lists only in the head and only where another follows. */
function markWeb(lines: Line[]): void {
  for (const [index, line] of lines.entries()) {
    if ([WEB, WEB_KEYS, WEB_FOOT].some((each) => each.test(value(line)))) mark(line, 'web');
    const isFact = (other: Line | undefined): boolean =>
      other !== undefined && WEB_FACT.test(value(other));
    if (index < 30 && isFact(line) && (isFact(lines[index - 1]) || isFact(lines[index + 1])))
      mark(line, 'web');
  }
}

const KEY =
  /^(?:索引号|信息索引|统一编号|主题分类|服务对象分类|发文机关|发布机构|发布机关|信息来源|公开主体|成文日期|发文日期|发布日期|生成日期|公开日期|实施日期|生效日期|失效日期|标题|名称|信息名称|文号|发文字号|主题词|关键词|有效性|时效|效力状态|文件状态|公文种类|体裁分类|组配分类|分类|类别|公开方式|公开范围|公开时限|内容概述)[：:]?$/;
/** So many keys make a table; a line of the text may be one of them by chance. */
const KEYS = 3;
const TABLE_LINES = 40;

/** The field list of a web page flattened cell by cell: a key on one line, its value on the next; or in rows of a Markdown table. */
function markTable(lines: Line[]): void {
  const top = lines.slice(0, TABLE_LINES);
  const rows = top.filter((line) => keyCells(line) > 0);
  if (rows.reduce((sum, line) => sum + keyCells(line), 0) >= KEYS)
    for (const line of rows) mark(line, 'web');
  const isKey = (index: number): boolean =>
    lines[index] !== undefined && KEY.test(bare(lines[index]));
  const keys = top.map((_, index) => index).filter(isKey);
  if (keys.length < KEYS) return;
  for (const index of keys) {
    mark(lines[index] as Line, 'web');
    const cell = lines[index + 1];
    if (cell && !isKey(index + 1) && value(cell).length <= 120) mark(cell, 'web');
  }
}

/** How many keys a row `| 索引号 | … | 主题分类 | … |` holds. */
function keyCells(line: Line): number {
  const row = bare(line);
  return /^\|.*\|$/.test(row) ? row.split('|').filter((cell) => KEY.test(cell)).length : 0;
}

/** A running head stands on at least every other page, three times or more; a short notice has it on every page but the first. */
const LEAST_HEADS = 3;
const LONGEST_HEAD = 40;

/**
 * Short lines at the edges of pages: beside a page number, always on the same side of it, wherever they stand. A line that stands elsewhere in
 * the text as well is text; only above the first sentence, as the title, it may be printed once more.
 */
function markRunningHeads(lines: Line[]): void {
  const pages = lines.filter(({ residue }) => residue === 'page-number').length;
  if (pages < LEAST_HEADS) return;
  const sentence = lines.findIndex((line) => !line.residue && endsParagraph(value(line)));
  for (const indexes of repeatedLines(lines)) {
    for (const side of [-1, 1]) {
      const isEdge = (index: number): boolean => lines[index + side]?.residue === 'page-number';
      const [first = 0, ...others] = indexes;
      const heads = isEdge(first) || first > sentence ? indexes : others;
      const least = heads.length === pages - 1 ? LEAST_HEADS - 1 : LEAST_HEADS;
      if (heads.length < Math.max(least, (pages - 1) / 2) || !heads.every(isEdge)) continue;
      for (const index of heads) mark(lines[index] as Line, 'running-head');
    }
  }
}

/** Where each short line stands that may be a running head: the indexes of lines of the same words. */
function repeatedLines(lines: readonly Line[]): number[][] {
  const places = [...lines.keys()].filter((index) => {
    const line = lines[index] as Line;
    return !line.residue && value(line).length <= LONGEST_HEAD && isBalanced(value(line));
  });
  const groups = Map.groupBy(places, (index) => value(lines[index] as Line));
  return [...groups.values()].filter((indexes) => indexes.length >= LEAST_HEADS);
}
