/** Addresses that were published and mean something else now. */
import { z } from 'zod';

/** What a published address led to, and where that is now. */
export const movedSchema = z.strictObject({
  from: z
    .string()
    .describe(
      'Anchor on the page of the notice; it may mean another clause now, or be gone. 原来在该页面内的地址，如 s2-3；现在可能指另一条款，或已不存在。',
    ),
  to: z
    .string()
    .nullable()
    .describe(
      'Where its text stands now; null: withdrawn. 这段文字现在的地址，如 notices/jgsj-2023-17.html#s2-4；已撤下的为 null。',
    ),
  reason: z
    .string()
    .describe(
      'Why, as recorded; of several moves the reasons of all. 变动的原因，照记录；先后变动几次的以“；”相连。',
    ),
});
export type MovedRecord = z.infer<typeof movedSchema>;

const { to, reason } = movedSchema.shape;

/** An entry of `api/former.json`: a page that was published and that the archive no longer has, of a notice or of a work. */
export const formerSchema = z.strictObject({
  url: z
    .string()
    .describe('Its address, from the root of the site. 原来的页面地址，从站点根目录算起。'),
  name: z
    .string()
    .describe(
      'Document number of the notice or title of the work, as it was published; else the id. 发布时的文号或文件名称；没有的为 id。',
    ),
  to,
  reason,
  moved: z.array(movedSchema).describe('Its clauses. 页面内各条款的去向。'),
});
export type FormerRecord = z.infer<typeof formerSchema>;
