/** A work as `api/works.json` and `api/works/<id>.json` print it. */
import { z } from 'zod';
import { date, textSchema } from '../fields.ts';
import { LEVELS, RELATION_TYPES, TEXTS } from '../vocabulary.ts';
import { roleField, topicRecordSchema } from './citation.ts';
import { clauseField } from './source.ts';

/**
 * What is known of a work, in `seeds/works.yaml` and in the API alike: a fact added here is read from the one and printed in the other. In the file a null
 * and an empty list may be left out.
 */
export const workFacts = {
  title: textSchema.describe(
    'The right full title, without title marks. 文件的正确全称，不带书名号。',
  ),
  kind: textSchema.describe('Genre. 文种：纲要、规划、意见、标准等。'),
  level: z
    .enum(LEVELS)
    .nullable()
    .describe(
      'Rank of its maker; planned: announced and not known to exist; null: not known. 制定者的层级：national 国家，provincial 省，city 市，standard 标准，planned 公文说要制定、未见其文；不知道的为 null。',
    ),
  issuer: textSchema.nullable().describe('Issuer; null: not known. 制定机关；不知道的为 null。'),
  number: textSchema
    .nullable()
    .describe(
      'Document number or number of the standard; null: not known, or none. 发文字号或标准编号；没有或不知道的为 null。',
    ),
  issued: date
    .nullable()
    .describe(
      'Date of issue, in YAML in quotes; null: not known. 发布日期：2021、2021-09 或 2021-09-22（在 YAML 里加引号）；不知道的为 null。',
    ),
  effective: textSchema
    .nullable()
    .describe(
      'Date of effect or period, in words if need be; null: not known. 施行日期或规划期，可用文字；不知道的为 null。',
    ),
  text: z
    .enum(TEXTS)
    .describe(
      'How much of the text somebody has read. 全文读过多少：established 全部，partly 部分，none 没有。',
    ),
  targets: z.array(textSchema).describe('Targets it sets. 文件提出的目标，逐条列出。'),
  summary: textSchema.describe('A summary in our own words. 用自己的话写的摘要。'),
  note: textSchema.nullable().describe('A remark; null: none. 说明；没有的为 null。'),
};

const word = z.string().nullable();

/** A citation as its work sees it. */
export const citedBySchema = z.strictObject({
  notice: z.string().describe('Id of the notice. 公文的 id。'),
  clause: clauseField,
  text: z.string().describe('The phrase as printed. 引用处的文字，照原文。'),
});

/** A citation with the sentence it stands in. */
export const workCitationSchema = z.strictObject({
  ...citedBySchema.shape,
  role: roleField,
  note: word.describe('What a reader should know; null: nothing. 给读者的说明；没有的为 null。'),
  before: z.string().describe('The sentence in front of it. 同一句里在它之前的文字。'),
  after: z.string().describe('The rest of the sentence. 同一句里在它之后的文字。'),
  url: z
    .string()
    .describe('Address of the clause, from the root of the site. 条款的地址，从站点根目录算起。'),
});
export type WorkCitation = z.infer<typeof workCitationSchema>;

export const sectionRecordSchema = z.strictObject({
  id: z.string().describe('Anchor on the page of the work. 章节在该文件页面内的地址。'),
  label: word.describe(
    'Number as printed; null: nobody established it. 序号，照原文，如（十二）；没有核实的为 null。',
  ),
  heading: word.describe('Heading; null: none. 标题；没有的为 null。'),
  textUrl: word.describe(
    'The clause of the full text, where the archive holds it; null: it does not. 本库收有全文的，为条款地址，如 notices/x.html#s3-4；没有的为 null。',
  ),
  get sections(): z.ZodArray<typeof sectionRecordSchema> {
    return z.array(sectionRecordSchema).describe('The sections nested in it. 下级章节。');
  },
});
export type SectionRecord = z.infer<typeof sectionRecordSchema>;

export const relationRecordSchema = z.strictObject({
  type: z
    .enum(RELATION_TYPES)
    .describe(
      'How this work relates to the other. 本文件对那份文件的关系，如 implements 贯彻落实、supersedes 取代。',
    ),
  work: z.string().describe('Id of the other work, or of a notice. 那份文件或公文的 id。'),
  title: z.string().describe('Its title. 那份文件或公文的名称。'),
  url: z
    .string()
    .describe('Its page, from the root of the site. 那份文件的页面，从站点根目录算起。'),
  note: word.describe('A remark; null: none. 说明；没有的为 null。'),
});
export type RelationRecord = z.infer<typeof relationRecordSchema>;

const workStatusSchema = z.strictObject({
  text: z.string().describe('In force, expired and so on. 现行有效、规划期已届满等。'),
  asOf: date.describe('When this was looked up. 核实的日期。'),
});

/** An entry of `api/works.json`. Its keys stand in the order of the file. */
export const workSummarySchema = z.strictObject({
  id: z.string().describe('Id of the work, never changed once published. 文件的标识，发布后不变。'),
  title: workFacts.title,
  kind: workFacts.kind,
  level: workFacts.level,
  issuer: workFacts.issuer,
  number: workFacts.number,
  issued: workFacts.issued,
  url: z
    .string()
    .describe(
      'Its page, from the root of the site. 页面地址，从站点根目录算起：works/cn-ipr-outline-2021.html。',
    ),
  citedBy: z.array(citedBySchema).describe('The places that cite it. 引用它的各处。'),
});
export type WorkSummary = z.infer<typeof workSummarySchema>;

/** `api/works/<id>.json`. Its keys stand in the order of the file; what is added to `workFacts` comes last. */
export const workRecordSchema = workSummarySchema
  .extend({
    effective: workFacts.effective,
    status: workStatusSchema
      .nullable()
      .describe(
        'Whether it is in force, and when that was looked up; null: not known. 效力，以及何时核实的；不知道的为 null。',
      ),
    official: word.describe(
      'Official address, outside of the site; null: not known. 官方网址；不知道的为 null。',
    ),
    text: workFacts.text,
    fullText: word.describe(
      'Page of the notice of the archive that is its full text; null: none. 本库收有全文的，为该公文的页面；没有的为 null。',
    ),
    relations: z
      .array(relationRecordSchema)
      .describe('Relations to other works. 与其他文件的关系。'),
    targets: workFacts.targets,
    outline: z
      .array(sectionRecordSchema)
      .describe('Its sections, which can be pointed at. 文件的章节，可以被指到。'),
    summary: workFacts.summary,
    note: workFacts.note,
    evidence: z
      .record(z.string(), z.array(z.string()))
      .describe(
        'Where each fact was found, by its key in seeds/works.yaml. 各项事实的出处：键与 works.yaml 相同，值为网址、文件，或 seeds/<文件>:<行>。',
      ),
    citations: z
      .array(workCitationSchema)
      .describe('The places that cite it, each with its sentence. 引用它的各处，连同所在的句子。'),
    related: z
      .array(topicRecordSchema)
      .describe('Clauses on the topic of its sections; no citations. 内容相关的条款，不是引用。'),
  })
  .extend(workFacts);
export type WorkRecord = z.infer<typeof workRecordSchema>;
