/** The documents a notice names, and the matches of topic that are no citations. */
import { z } from 'zod';
import { ROLES, STRENGTHS } from '../vocabulary.ts';
import { clauseField, sourceSchema } from './source.ts';

/** What a citation does, as notices and works tell it. */
export const roleField = z
  .enum(ROLES)
  .describe(
    'What the notice does with the document. 引用的性质：basis 依据，implements 贯彻落实，cites 引用，planned 拟制定，self 本文件，media 报刊，undecided 未定。',
  );

/** A place that names a document. */
export const citationSchema = z.strictObject({
  text: z
    .string()
    .describe('The phrase as printed, with its marks. 引用处的文字，照原文，连书名号。'),
  number: z
    .string()
    .nullable()
    .describe('The document number printed with it; null: none. 一并印出的文号；没有的为 null。'),
  clause: clauseField,
  works: z
    .array(z.string())
    .describe(
      'Ids of the works it names, of notices for notices of the archive; empty: nothing is known of it. 所指文件的 id；指本库公文的是公文的 id；无从知道的为空列表。',
    ),
  role: roleField,
  reason: z
    .string()
    .nullable()
    .describe('Why `works` is empty; null: it is not. works 为空的原因；不为空的为 null。'),
  note: z
    .string()
    .nullable()
    .describe(
      'What a reader should know; null: nothing. 给读者的说明，如“原文如此”；没有的为 null。',
    ),
  source: sourceSchema.describe('Lines of the seed. 在原文文件中的行。'),
});
export type CitationRecord = z.infer<typeof citationSchema>;

/** An entry of `api/citations.json`. */
export const archiveCitationSchema = z.strictObject({
  notice: z.string().describe('Id of the notice that cites. 引用它的公文的 id。'),
  ...citationSchema.shape,
});
export type ArchiveCitation = z.infer<typeof archiveCitationSchema>;

/** A clause and a section of a work that share terms. */
export const topicRecordSchema = z.strictObject({
  notice: z.string().describe('Id of the notice. 公文的 id。'),
  clause: z.string().describe('Id of the node of its outline. 条款的 id（见 outline）。'),
  work: z.string().describe('Id of the work. 文件的 id。'),
  section: z
    .string()
    .nullable()
    .describe(
      'Anchor of the section on the page of the work; null: the work as a whole. 文件章节在其页面内的地址；整份文件的为 null。',
    ),
  terms: z
    .array(z.string())
    .describe('Words of the clause that the match rests on. 条款中据以对应的词。'),
  strength: z
    .enum(STRENGTHS)
    .describe('How strong the match is. 对应的强弱：strong 强，medium 中，weak 弱。'),
});
export type TopicRecord = z.infer<typeof topicRecordSchema>;
