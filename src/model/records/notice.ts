/** A notice as `api/notices/<id>.json` and `npm run inspect` print it. */
import { z } from 'zod';
import { date, day } from '../fields.ts';
import { CONFIDENCES, PRINTED_FACTS, RESIDUE_KINDS } from '../vocabulary.ts';
import { citationSchema, topicRecordSchema } from './citation.ts';
import { movedSchema } from './former.ts';
import { messageSchema } from './message.ts';
import { noticeFactsSchema, noticeSummarySchema } from './notice-summary.ts';
import { outlineNodeSchema } from './outline.ts';
import { clauseField, sourceSchema } from './source.ts';

const source = sourceSchema.describe('Lines of the seed. 在原文文件中的行。');

export const imprintSchema = z.strictObject({
  text: z
    .string()
    .describe('Its lines as printed, parted by line feeds. 版记各行，照原文，以换行符分开。'),
  organ: noticeFactsSchema.shape.imprintOrgan,
  date: date
    .nullable()
    .describe(
      'Printed date, ISO 8601 or a prefix of it; null: none. 印出的印发日期，写法同 date；没有的为 null。',
    ),
  source,
});
export type ImprintRecord = z.infer<typeof imprintSchema>;

export const residueSchema = z.strictObject({
  kind: z
    .enum(RESIDUE_KINDS)
    .describe(
      'Why it is no text of the notice. 为什么不是公文正文：page-number 页码，running-head 页眉页脚，rule 横线，web 网页文字，metadata 网页信息。',
    ),
  text: z.string().describe('Words as they stand in the seed. 文字，照原文文件。'),
  source,
});
export type ResidueRecord = z.infer<typeof residueSchema>;

/** A topic of a clause or of a notice. */
export const noticeTopicSchema = z.strictObject({
  topic: z.string().describe('The topic. 主题。'),
  clause: z
    .string()
    .nullable()
    .describe(
      'Id of the node of the outline; null: the notice as a whole. 条款的 id；整件公文的为 null。',
    ),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why somebody added it; null: it is a term of `related`. 补记的依据；由 related 的用语得出的为 null。',
    ),
});
export type NoticeTopic = z.infer<typeof noticeTopicSchema>;

export const erratumRecordSchema = z.strictObject({
  clause: clauseField,
  from: z.string().describe('The doubted words as printed. 原文有疑的字。'),
  to: z
    .string()
    .nullable()
    .describe(
      'The probable reading, empty: to be left out; null: only doubted. 疑应为什么；应删去的为空；只存疑的为 null。',
    ),
  applied: z.boolean().describe('Whether the corrected text shows it. 校订文字是否采用。'),
  confidence: z
    .enum(CONFIDENCES)
    .describe('How sure one can be, from low to high. 把握大小，从 low（小）到 high（大）。'),
  reason: z.string().describe('Why. 依据。'),
  recorded: day
    .nullable()
    .describe(
      'Day on which it was recorded; null: nobody said. 记录的日期，如 2026-11-21；没有写明的为 null。',
    ),
  source,
});
export type ErratumRecord = z.infer<typeof erratumRecordSchema>;

/** 原件: the file that the seed was read from. */
export const originalRecordSchema = z.strictObject({
  file: z.string().describe('Its name in seeds/. 原件在 seeds 里的文件名。'),
  sha256: z
    .string()
    .describe('SHA-256 of its bytes, hexadecimal. 原件的 SHA-256 校验值，十六进制。'),
  url: z
    .string()
    .nullable()
    .describe(
      'Where the site offers it; null: it is only named. 本站提供的地址，如 sources/jgsj-2023-17.original.docx；只列名称、不提供的（如带宏的文件）为 null。',
    ),
});
export type OriginalRecord = z.infer<typeof originalRecordSchema>;

/** The lines of the seed that a fact was read off; null for a fact that is null. */
export const factSourcesSchema = z.record(z.enum(PRINTED_FACTS), sourceSchema.nullable());
export type FactSources = z.infer<typeof factSourcesSchema>;

/** What `api/notices/<id>.json` has besides the summary. */
const details = {
  imprint: imprintSchema
    .nullable()
    .describe('The imprint; null: none is printed. 版记；没有印出的为 null。'),
  residue: z
    .array(residueSchema)
    .describe(
      'What stands in the seed and is no text of the notice. 原文文件里不属于公文正文的文字。',
    ),
  outline: z
    .array(outlineNodeSchema)
    .describe(
      'Its clauses and unnumbered blocks, in printed order. 条款和无序号的段落，按原文顺序，逐级嵌套。',
    ),
  citations: z
    .array(citationSchema)
    .describe('Every place that names a document, in printed order. 引用文件的各处，按原文顺序。'),
  related: z
    .array(topicRecordSchema)
    .describe(
      'Sections of works on the topic of a clause; no citations. 内容相关的文件章节，不是引用。',
    ),
  topics: z.array(noticeTopicSchema).describe('What its clauses treat. 条款的主题。'),
  errata: z
    .array(erratumRecordSchema)
    .describe('Probable errors of the text, in printed order. 勘误，按原文顺序。'),
  moved: z
    .array(movedSchema)
    .describe(
      'Its addresses that meant something else when they were published, oldest first. 地址变动：发布时另有所指的地址，同一地址变动几次的，先列早的。',
    ),
  sources: factSourcesSchema.describe(
    'Lines of the seed that each printed fact was read off; null for a fact that is not printed. 各项事实在原文文件中的行；原文没有印出的为 null。',
  ),
  original: originalRecordSchema
    .nullable()
    .describe(
      'The file that the seed was read from; null: the seed is the file as it came. 原件；原文文件就是收到的文件的为 null。',
    ),
  source: z
    .string()
    .nullable()
    .describe(
      'Where the text comes from, an address or words; null: nobody said. 文字来源，网址或说明；没有写明的为 null。',
    ),
  licence: z
    .string()
    .nullable()
    .describe(
      'On what terms the text may be used; null: nobody said. 使用许可；没有写明的为 null。',
    ),
  messages: z.array(messageSchema).describe('What is to be looked at in its seed. 待校问题。'),
};

/** `api/notices/<id>.json`. */
export const noticeRecordSchema = z.strictObject({ ...noticeSummarySchema.shape, ...details });
export type NoticeRecord = z.infer<typeof noticeRecordSchema>;
