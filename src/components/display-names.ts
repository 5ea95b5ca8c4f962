/** The words that pages use for the values of records. */
import type { CitationRecord, TopicRecord } from '../model/records/citation.ts';
import type { RelationRecord, WorkRecord } from '../model/records/work.ts';

/** What is shown where nobody established a fact of a work. A notice that says nothing is 未标注; a work is not at hand. */
export const NOT_KNOWN = '未确知';

export const ROLE_NAMES: Record<CitationRecord['role'], string> = {
  basis: '依据',
  implements: '贯彻落实',
  cites: '引用',
  planned: '拟制定',
  self: '本文件',
  media: '报刊',
  undecided: '未定',
};

type Level = NonNullable<WorkRecord['level']>;

/** In the order of lists. */
export const LEVEL_NAMES: Record<Level, string> = {
  national: '国家',
  provincial: '省',
  city: '市',
  standard: '标准',
  planned: '拟制定',
};

export const NO_LEVEL = '层级未确知';

export function levelName(level: Level | null): string {
  return level === null ? NO_LEVEL : LEVEL_NAMES[level];
}

/** Read from the work whose page it is: “上位文件 A”. */
export const RELATION_NAMES: Record<RelationRecord['type'], string> = {
  implements: '贯彻落实',
  'implemented-by': '配套落实文件',
  supersedes: '取代',
  'superseded-by': '取代它的文件',
  amends: '修改',
  'amended-by': '修改它的文件',
  follows: '前一期',
  'followed-by': '后一期',
  'based-on': '依据',
  'basis-of': '据此制定',
  'part-of': '从属于',
  'has-part': '包含',
  related: '相关',
};

export const STRENGTH_NAMES: Record<TopicRecord['strength'], string> = {
  strong: '强',
  medium: '中',
  weak: '弱',
};

const CONFIDENCE_NAMES: Record<string, string> = {
  high: '高',
  'medium-high': '较高',
  medium: '中',
  'low-medium': '较低',
  low: '低',
};

export function confidenceName(confidence: string): string {
  return CONFIDENCE_NAMES[confidence] ?? confidence;
}

/** The facts that evidence is kept for. */
export const FACT_NAMES: Record<string, string> = {
  title: '名称',
  issuer: '制定机关',
  number: '文号',
  issued: '发布日期',
  effective: '施行或期间',
  status: '效力',
  url: '官方地址',
  relations: '关系',
  targets: '目标',
  outline: '结构',
  note: '说明',
};

/** The sentence that stands with every topic match. */
export const TOPIC_CAVEAT = '按共同用语比对，公文未直接引用。';
