/** The shape of a work in `seeds/works.yaml`, for Zod. What `describe` says is shown by editors (`json-schema.ts`). */
import { z } from 'zod';
import { absent, date, id, textSchema, url } from '../model/fields.ts';
import { workFacts } from '../model/records/work.ts';
import { RELATION_TYPES } from '../model/vocabulary.ts';
import { optional } from './optional.ts';
import { noticeIds, writtenRoleField } from './works-fields.ts';

const name = z.strictObject({
  text: textSchema.describe(
    'The name as notices print it, without title marks. 公文里印出的名称，不带书名号。',
  ),
  marked: z
    .boolean()
    .describe(
      'true: only inside 《》; false: in running text too. true：只在书名号里才算；false：正文中也算。',
    ),
  in: noticeIds.describe(
    'Ids of the notices in which alone this name means it; absent: everywhere. 只有这些公文（id）里的这个名称指它；不写：处处都是。',
  ),
  role: writtenRoleField.describe(
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

const section = z.strictObject({
  label: absent.describe(
    'The printed label; absent where nobody established it. 印出的序号，如（十二）；没有核实就不写。',
  ),
  heading: absent.describe('The printed heading. 印出的标题。'),
  get sections(): z.ZodDefault<z.ZodArray<typeof section>> {
    return z.array(section).default([]);
  },
});

const facts = optional(workFacts);

/** All but the evidence; the order is that of the file, what is added to `workFacts` comes last. */
const known = z
  .strictObject({
    id: id.describe(
      'Id of the work, of a–z, 0–9 and hyphens; never changed once published. 文件的标识，由 a–z、0–9 和连字符组成；发布后不再改。',
    ),
    title: facts.title,
    names: z
      .array(name)
      .default([])
      .describe('Other names under which notices print it. 公文里用来指它的其他名称。'),
    level: facts.level,
    kind: facts.kind,
    issuer: facts.issuer,
    number: facts.number,
    issued: facts.issued,
    effective: facts.effective,
    status: z
      .strictObject({
        text: textSchema.describe('In force, expired and so on. 现行有效、规划期已届满等。'),
        as_of: date.describe('When this was looked up. 核实的日期。'),
      })
      .nullable()
      .default(null)
      .describe('Whether it is in force, and when that was looked up. 效力，以及何时核实的。'),
    url: url.nullable().default(null).describe('Official address. 官方网址。'),
    text: facts.text,
    relations: z
      .array(relation)
      .default([])
      .describe('Relations to other works. 与其他文件的关系。'),
    targets: facts.targets,
    outline: z
      .array(section)
      .default([])
      .describe('Its sections, which can be pointed at. 文件的章节，可以被指到。'),
  })
  .extend(facts);

/** The facts that evidence is kept for: all but what we say of it ourselves. */
const proven = known
  .omit({ id: true, names: true, level: true, kind: true, text: true, summary: true })
  .keyof();

/** The keys of the file in the names of the API: `url` is the page of a work there. */
export const workSchema = known
  .extend({
    evidence: z
      .partialRecord(proven, z.array(textSchema).min(1))
      .default({})
      .describe(
        'Where each fact was found: an address, or seeds/<file>:<line>. 每项事实的出处：网址，或 seeds/<文件>:<行>。',
      ),
  })
  .transform(({ url: official, status, ...rest }) => ({
    ...rest,
    official,
    status: status && { text: status.text, asOf: status.as_of },
  }));

/** A name under which notices cite a work. Names are compared by `foldTitle`; one that holds in some notices only goes before one that holds everywhere. */
export type Name = z.output<typeof name>;
export type Relation = z.output<typeof relation>;
/** A part of a work that can be pointed at. */
export type OutlineSection = z.output<typeof section>;
/** A document (or campaign) that notices cite and that is no notice of the archive. Absent facts are null, never guessed; absent lists are empty. */
export type Work = z.output<typeof workSchema>;
