/** Where in the seed something stands, as records tell it. */
import { z } from 'zod';

/** First and last line in the seed. */
export const sourceSchema = z.strictObject({
  line: z
    .int()
    .min(1)
    .describe('First line of the seed, from 1. 在原文文件中的起始行，从 1 数起。'),
  endLine: z
    .int()
    .min(1)
    .describe('Last line of the seed, from 1. 在原文文件中的末行，从 1 数起。'),
});
export type Source = z.infer<typeof sourceSchema>;

/** Id of a node of the outline, where what stands in title and enclosure title has none. */
export const clauseField = z
  .string()
  .nullable()
  .describe(
    'Id of the node of the outline it stands in; null: in the title or the title of the enclosure. 所在条款的 id（见 outline）；在标题或被印发件标题里的为 null。',
  );
