/**
 * The shape of `seeds/works.yaml` and `seeds/links.yaml`, for Zod; that of sidecars: `sidecar-schema.ts`. What `describe` says is shown by editors: the
 * schemas in `seeds/schemas` are made from it (`json-schema.ts`).
 */
import { z } from 'zod';
import { absent, date, id, moveRecords, textSchema, url } from './schema-parts.ts';
import {
  FACTS,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STRENGTHS,
  TEXTS,
  type Authority,
  type MoveRecords,
  type OutlineSection,
  type TopicLink,
} from '../model/work.ts';

const ids = z.array(id).min(1).nullable().default(null);
const role = z.enum(ROLES).nullable().default(null);

const name = z.strictObject({
  text: textSchema.describe(
    'The name as notices print it, without title marks. 公文里印出的名称，不带书名号。',
  ),
  marked: z
    .boolean()
    .describe(
      'true: only inside 《》; false: in running text too. true：只在书名号里才算；false：正文中也算。',
    ),
  in: ids.describe(
    'Ids of the notices in which alone this name means it; absent: everywhere. 只有这些公文（id）里的这个名称指它；不写：处处都是。',
  ),
  role: role.describe(
    'What the citation does; only where the program cannot see it. 引用的性质；程序能从上下文看出的不必写。',
  ),
  note: absent.describe('What the reader is told. 给读者的说明，例如“原文如此，应为某某”。'),
});

const relation = z.strictObject({
  type: z
    .enum(RELATION_TYPES)
    .describe(
      'How this work relates to the other; the program adds the other side. 本文件对那份文件的关系；反向的关系由程序补上。',
    ),
  work: id.describe('Id of another work or of a notice. 另一份文件或公文的 id。'),
  note: absent.describe('A remark. 说明。'),
});

const section: z.ZodType<OutlineSection> = z.strictObject({
  label: absent.describe(
    'The printed label; absent where nobody established it. 印出的序号，如（十二）；没有核实就不写。',
  ),
  heading: absent.describe('The printed heading. 印出的标题。'),
  get sections() {
    return z.array(section).default([]);
  },
});

const work = z.strictObject({
  id: id.describe(
    'Id of the work, of a–z, 0–9 and hyphens; never changed once published. 文件的标识，由 a–z、0–9 和连字符组成；发布后不再改。',
  ),
  title: textSchema.describe(
    'The right full title, without title marks. 文件的正确全称，不带书名号。',
  ),
  names: z
    .array(name)
    .default([])
    .describe('Other names under which notices print it. 公文里用来指它的其他名称。'),
  level: z
    .enum(LEVELS)
    .nullable()
    .default(null)
    .describe(
      'Rank of its maker; planned: announced and not known to exist. 制定者的层级；planned：公文说要制定、未见其文。',
    ),
  kind: textSchema.describe('Genre. 文种：纲要、规划、意见、标准等。'),
  issuer: absent.describe('Issuer. 制定机关。'),
  number: absent.describe('Document number or number of the standard. 发文字号或标准编号。'),
  issued: date
    .nullable()
    .default(null)
    .describe('Date of issue, in quotes. 发布日期：2021、2021-09 或 2021-09-22，加引号。'),
  effective: absent.describe(
    'Date of effect or period, in words if need be. 施行日期或规划期，可用文字。',
  ),
  status: z
    .strictObject({
      text: textSchema.describe('In force, expired and so on. 现行有效、规划期已届满等。'),
      as_of: date.describe('When this was looked up. 核实的日期。'),
    })
    .nullable()
    .default(null)
    .describe('Whether it is in force, and when that was looked up. 效力，以及何时核实的。'),
  url: url.nullable().default(null).describe('Official address. 官方网址。'),
  text: z
    .enum(TEXTS)
    .describe(
      'How much of the text somebody has read. 全文读过多少：established 全部，partly 部分，none 没有。',
    ),
  relations: z.array(relation).default([]).describe('Relations to other works. 与其他文件的关系。'),
  targets: z.array(textSchema).default([]).describe('Targets it sets. 文件提出的目标。'),
  outline: z
    .array(section)
    .default([])
    .describe('Its sections, which can be pointed at. 文件的章节，可以被指到。'),
  summary: textSchema.describe('A summary in our own words. 用自己的话写的摘要。'),
  note: absent.describe('A remark. 说明。'),
  evidence: z
    .partialRecord(z.enum(FACTS), z.array(textSchema).min(1))
    .default({})
    .describe(
      'Where each fact was found: an address, or seeds/<file>:<line>. 每项事实的出处：网址，或 seeds/<文件>:<行>。',
    ),
});

const phrase = z.strictObject({
  text: textSchema.describe('The phrase as printed, without title marks. 印出的短语，不带书名号。'),
  marked: z
    .boolean()
    .default(false)
    .describe('true: inside 《》; false: in running text. true：在书名号里；false：在正文中。'),
  in: ids.describe(
    'Ids of the notices in which alone it means this; absent: everywhere. 只在这些公文（id）里是这个意思；不写：处处都是。',
  ),
  parts: z
    .array(
      z.strictObject({
        text: textSchema.describe('These words of the phrase. 短语中的这几个字。'),
        works: z.array(id).min(1).describe('Ids of the works they name. 所指文件的 id。'),
      }),
    )
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
  role: role.describe('What the citation does. 引用的性质。'),
  note: absent.describe('What the reader is told. 给读者的说明。'),
});

/** `seeds/works.yaml`. */
export const authoritySchema: z.ZodType<Authority & MoveRecords> = z.strictObject({
  works: z.array(work).describe('Every document that notices cite. 文件库：公文引用的每一份文件。'),
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

/** `seeds/links.yaml`. */
export const linksSchema: z.ZodType<{ links: TopicLink[] }> = z.strictObject({
  links: z
    .array(
      z.strictObject({
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
      }),
    )
    .describe('Matches of topic; no citations. 主题对应：内容相关，不是引用。'),
});
