/** What is to be looked at in a file, as records tell it. */
import { z } from 'zod';
import { SEVERITIES } from '../vocabulary.ts';

export const messageSchema = z.strictObject({
  file: z.string().describe('Path of the file it is about. 所在文件的路径。'),
  line: z
    .int()
    .min(1)
    .nullable()
    .describe(
      'Line, from 1; null: the file as a whole. 行号，从 1 数起；说的是整个文件的为 null。',
    ),
  column: z
    .int()
    .min(1)
    .nullable()
    .describe('Column, from 1; null: the line as a whole. 列号，从 1 数起；没有的为 null。'),
  ruleId: z.string().describe('The rule. 规则的名称，如 unclosed-title。'),
  severity: z
    .enum(SEVERITIES)
    .describe('How grave it is. 轻重：error 错误，warning 警告，info 提示。'),
  reason: z.string().describe('What is the case. 情况说明。'),
  note: z.string().describe('What to do; empty: nothing. 处理办法；没有的为空。'),
});
export type MessageRecord = z.infer<typeof messageSchema>;

/** An entry of `content/messages.json`. */
export const archiveMessageSchema = z.strictObject({
  notice: z
    .string()
    .nullable()
    .describe(
      'Id of the notice whose seed or sidecar it is about; null: another file. 原文或补充文件所属公文的 id；其他文件的为 null。',
    ),
  ...messageSchema.shape,
});
export type ArchiveMessage = z.infer<typeof archiveMessageSchema>;
