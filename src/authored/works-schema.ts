/** The shape of `seeds/works.yaml`, for Zod. What `describe` says is shown by editors: the schemas in `seeds/schemas` are made from it (`json-schema.ts`). */
import { z } from 'zod';
import { absent, id, textSchema } from '../model/fields.ts';
import { moveRecords, type MoveRecords } from './move-schema.ts';
import { workSchema } from './work-schema.ts';
import { noticeIds, writtenRoleField } from './works-fields.ts';

const part = z.strictObject({
  text: textSchema.describe('These words of the phrase. 短语中的这几个字。'),
  works: z.array(id).min(1).describe('Ids of the works they name. 所指文件的 id。'),
});

const phrase = z.strictObject({
  text: textSchema.describe('The phrase as printed, without title marks. 印出的短语，不带书名号。'),
  marked: z
    .boolean()
    .default(false)
    .describe('true: inside 《》; false: in running text. true：在书名号里；false：在正文中。'),
  in: noticeIds.describe(
    'Ids of the notices in which alone it means this; absent: everywhere. 只在这些公文（id）里是这个意思；不写：处处都是。',
  ),
  parts: z
    .array(part)
    .default([])
    .describe(
      'Which part names which work, in printed order; either this or `undecided`. 短语的哪一部分指哪份文件，按印出的顺序；与 undecided 二选一。',
    ),
  undecided: absent.describe(
    'Why nobody can say what it names; readers see it. 为什么无从判断它指哪份文件：读者会看到。',
  ),
  candidates: z
    .array(id)
    .default([])
    .describe('What it may mean when undecided. 无从判断时，可能是哪几份。'),
  role: writtenRoleField.describe('What the citation does. 引用的性质。'),
  note: absent.describe('What the reader is told. 给读者的说明。'),
});

/** `seeds/works.yaml`. */
export const authoritySchema = z.strictObject({
  works: z
    .array(workSchema)
    .describe('Every document that notices cite. 文件库：公文引用的每一份文件。'),
  phrases: z
    .array(phrase)
    .default([])
    .describe(
      'Phrases that name several works, or nobody can say which. 同时指几份文件、或无从判断所指的短语。',
    ),
  media: z
    .array(
      z.strictObject({
        name: textSchema.describe('Name of the newspaper. 报刊名。'),
        names: z.array(textSchema).min(1).describe('How notices print it. 公文里的写法。'),
      }),
    )
    .default([])
    .describe('Newspapers: in title marks, but no documents. 报刊：在书名号里，但不是文件。'),
  ...moveRecords,
});

/** A part of a phrase and the works it names; it may lie inside the one before it (`placeParts`). */
export type PhrasePart = z.output<typeof part>;
/** Words that name several works at once, of which only a part is a name, or of which nobody can say what they name. */
export type Phrase = z.output<typeof phrase>;
/** Everything in `seeds/works.yaml` but its `MoveRecords`. */
export type Authority = Omit<z.output<typeof authoritySchema>, keyof MoveRecords>;
