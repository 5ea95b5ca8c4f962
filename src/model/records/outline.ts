/** The clauses of a notice, as `api/notices/<id>.json` holds them. */
import { z } from 'zod';
import { sourceSchema } from './source.ts';

export const paragraphSchema = z.strictObject({
  id: z.string().describe('Anchor on the page. 页面内的地址，如 s1-2-p2。'),
  text: z.string().describe('Words as printed. 文字，照原文。'),
  source: sourceSchema.describe('Lines of the seed. 在原文文件中的行。'),
});
export type ParagraphRecord = z.infer<typeof paragraphSchema>;

/** A unit (numbered), or an unnumbered block outside any unit (label, ordinal and heading null). */
export const outlineNodeSchema = z.strictObject({
  id: z.string().describe('Anchor on the page. 页面内的地址，如 s1-2；也是首段的 id。'),
  label: z
    .string()
    .nullable()
    .describe('Number as printed; null: none. 序号，照原文，如（二十三）；没有序号的为 null。'),
  ordinal: z
    .int()
    .nullable()
    .describe('Number as a whole number; null: none. 序号的数值，如 23；没有序号的为 null。'),
  heading: z
    .string()
    .nullable()
    .describe('Heading without the number; null: none. 标题，不带序号；没有的为 null。'),
  text: z
    .string()
    .describe(
      'Its own paragraphs without number and heading, joined by line feeds; empty: none. 自己的各段文字，不带序号和标题，以换行符相连；没有的为空。',
    ),
  url: z
    .string()
    .describe('Its address in the site. 从站点根目录算起的地址：notices/jgsj-2023-17.html#s1-2。'),
  paragraphs: z
    .array(paragraphSchema)
    .describe('Its own paragraphs, in printed order. 自己的各段，按原文顺序。'),
  source: sourceSchema.describe('Lines of the seed. 在原文文件中的行。'),
  get children(): z.ZodArray<typeof outlineNodeSchema> {
    return z
      .array(outlineNodeSchema)
      .describe('The units nested in it, in printed order. 下级条款，按原文顺序。');
  },
});
export type OutlineNode = z.infer<typeof outlineNodeSchema>;
