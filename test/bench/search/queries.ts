import table from 'opencc-js/dict/TSCharacters';
import type { NoticeRecord } from '../../../src/model/records/notice.ts';
import type { OutlineNode } from '../../../src/model/records/outline.ts';
import { oneOf, type Random, randomFrom } from './random.ts';

/** What kind of query it is; results are told apart by it. */
export const kinds = [
  'substring',
  'term',
  'two words',
  'one character',
  'number',
  'width',
  'traditional',
  'punctuation',
  'absent',
] as const;

export type QueryKind = (typeof kinds)[number];

export interface BenchQuery {
  kind: QueryKind;
  text: string;
}

/** Words of the trade that a clerk looks for. */
const terms =
  `知识产权 质押融资 地理标志 专利导航 专利转化 商标品牌 行政执法 高价值专利 示范企业 优势企业 维权援助 快速维权 人民调解
  专利代理 集体商标 证明商标 保险 高校 人才 培训 宣传周 电子商务 展会 侵权假冒 商业秘密 奖励 资金 考核 牵头单位 责任单位
  公共服务 信息利用 数据库 运营 园区 中小企业 乡村振兴 营商环境 十四五 强国建设纲要`.split(/\s+/u);

const rare = Array.from('龘靐鱻麤虪讟饕餮魑魅');
const traditional = new Map(
  table.split('|').map((row) => row.split(' ').reverse() as [string, string]),
);

/**
 * Queries in all kinds, the same for the same records, seed and count.
 *
 * @param count per kind
 */
export function queriesFor(
  records: readonly NoticeRecord[],
  count: number,
  seed = 4,
): BenchQuery[] {
  const random = randomFrom(seed);
  const texts = records.flatMap(({ outline }) => outline.flatMap(textsOf));
  const long = texts.filter((text) => text.length > 20);
  const slice = (least: number, most: number) => {
    const text = oneOf(long, random);
    const length = least + Math.floor(random() * (most - least + 1));
    const start = Math.floor(random() * (text.length - length));
    return text.slice(start, start + length);
  };
  const han = (least: number, most: number): string => {
    const found = slice(least, most);
    return /^\p{Script=Han}+$/u.test(found) ? found : han(least, most);
  };
  const makers: Record<QueryKind, () => string> = {
    substring: () => slice(2, 8).trim(),
    term: () => oneOf(terms, random),
    'two words': () => twoWords(oneOf(long, random), random),
    'one character': () => han(1, 1),
    number: () =>
      oneOf(
        texts.flatMap((text) => text.match(/\d{1,4}(?:年|个|件|%|家|项|号)/gu) ?? []),
        random,
      ),
    width: () => widen(slice(3, 6), random),
    traditional: () => [...han(3, 6)].map((one) => traditional.get(one) ?? one).join(''),
    punctuation: () =>
      oneOf(
        texts.flatMap((text) => text.match(/.{2}[，、。；“”《》（）].{2}/gu) ?? []),
        random,
      ),
    absent: () =>
      random() < 0.5
        ? han(2, 4) + oneOf(rare, random)
        : [...han(2, 4)].reverse().join('') + han(2, 3),
  };
  return kinds.flatMap((kind) =>
    Array.from({ length: count }, () => ({ kind, text: makers[kind]() })),
  );
}

function textsOf(node: OutlineNode): string[] {
  const own = `${node.label ?? ''}${node.heading ?? ''}${node.text}`;
  return [own, ...node.children.flatMap(textsOf)];
}

/** Two words of one clause. */
function twoWords(text: string, random: Random): string {
  const words = text.match(/\p{Script=Han}{2,}/gu) ?? [text];
  const word = () => oneOf(words, random).slice(0, 2 + Math.floor(random() * 3));
  return `${word()} ${word()}`;
}

/** The same in full width or in capitals, with spaces that do not count where they are typed full width. */
function widen(text: string, random: Random): string {
  const bare = text.replaceAll(/\s/gu, '');
  return random() < 0.5
    ? bare.replaceAll(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    : bare.normalize('NFKC').toUpperCase();
}
