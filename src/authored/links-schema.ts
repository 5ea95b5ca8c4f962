/** The shape of `seeds/links.yaml`, for Zod. */
import { z } from 'zod';
import { absent, id, textSchema } from '../model/fields.ts';
import { STRENGTHS } from '../model/vocabulary.ts';

const link = z.strictObject({
  notice: id.describe('Id of the notice. 公文的 id。'),
  clause: textSchema.describe('Anchor of the clause. 条款的地址，如 s2-3。'),
  work: id.describe('Id of the work. 文件的 id。'),
  section: absent.describe(
    'Label of the section, its heading where it has none; absent: the whole work. 文件章节的序号，没有序号的写标题；不写：整份文件。',
  ),
  terms: z
    .array(textSchema)
    .min(1)
    .describe('Words of the clause that the match rests on. 条款中据以对应的词。'),
  strength: z.enum(STRENGTHS).describe('How strong the match is. 对应的强弱。'),
});

/** `seeds/links.yaml`. */
export const linksSchema = z.strictObject({
  links: z.array(link).describe('Matches of topic; no citations. 主题对应：内容相关，不是引用。'),
});

/** A clause and a section of an outline that treat one topic (内容相关). Never a citation. */
export type TopicLink = z.output<typeof link>;
