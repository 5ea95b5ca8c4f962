/**
 * The shape of the three files people write, for Zod. Which names, ids and places are right is checked elsewhere. What `describe` says is shown by
 * editors: the schemas in `seeds/schemas` are made from it (`json-schema.ts`).
 */
import { z } from 'zod';
import { isDeviceName } from '../notation/device-names.ts';
import {
  CONFIDENCES,
  ERRATUM_CLASSES,
  FACTS,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STRENGTHS,
  TEXTS,
  type Authority,
  type MoveRecords,
  type OutlineSection,
  type Sidecar,
  type TopicLink,
} from './work.ts';

const text = z.string().regex(/\S/, 'some text');
const absent = text.nullable().default(null);
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id of a–z, 0–9 and single hyphens')
  .refine((name) => !isDeviceName(name), 'Windows keeps this name for a device');
const date = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'a date like 2021, 2021-09 or 2021-09-22',
  );
const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day like 2026-11-21');
const url = z
  .string()
  .regex(/^https?:\/\/[^\s"<>]+$/, 'an address that begins with http:// or https://');
const ids = z.array(id).min(1).nullable().default(null);
const role = z.enum(ROLES).nullable().default(null);

const address = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:#[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/,
    'an address like s2-3, jgsj-2023-17 or jgsj-2023-17#s2-3',
  );

const moveRecords = {
  moves: z
    .array(
      z.strictObject({
        from: address.describe(
          '已发布的地址：本件的条款 s2-3、整件公文 jgsj-2023-17，或某件的条款 jgsj-2023-17#s2-3；在 works.yaml 里是文件的 id。',
        ),
        to: address.describe('这段文字现在的地址，写法同 from。'),
        reason: text.describe('为什么变动：读者会看到。'),
      }),
    )
    .default([])
    .describe('迁移：已发布的地址现在在哪里。旧记录保留不动，新变动写在下面。'),
  withdrawals: z
    .array(
      z.strictObject({
        from: address.describe('撤下的地址，写法同 moves。'),
        reason: text.describe('为什么撤下：读者会看到。'),
      }),
    )
    .default([])
    .describe('撤下：已发布的地址，其文字已不在库中。'),
};

const name = z.strictObject({
  text: text.describe('公文里印出的名称，不带书名号。'),
  marked: z.boolean().describe('true：只在书名号里才算；false：正文中也算。'),
  in: ids.describe('只有这些公文（id）里的这个名称指它；不写：处处都是。'),
  role: role.describe('引用的性质；程序能从上下文看出的不必写。'),
  note: absent.describe('给读者的说明，例如“原文如此，应为某某”。'),
});

const relation = z.strictObject({
  type: z.enum(RELATION_TYPES).describe('本文件对那份文件的关系；反向的关系由程序补上。'),
  work: id.describe('另一份文件或公文的 id。'),
  note: absent.describe('说明。'),
});

const section: z.ZodType<OutlineSection> = z.strictObject({
  label: absent.describe('印出的序号，如（十二）；没有核实就不写。'),
  heading: absent.describe('印出的标题。'),
  get sections() {
    return z.array(section).default([]);
  },
});

const work = z.strictObject({
  id: id.describe('文件的标识，由 a–z、0–9 和连字符组成；发布后不再改。'),
  title: text.describe('文件的正确全称，不带书名号。'),
  names: z.array(name).default([]).describe('公文里用来指它的其他名称。'),
  level: z
    .enum(LEVELS)
    .nullable()
    .default(null)
    .describe('制定者的层级；planned：公文说要制定、未见其文。'),
  kind: text.describe('文种：纲要、规划、意见、标准等。'),
  issuer: absent.describe('制定机关。'),
  number: absent.describe('发文字号或标准编号。'),
  issued: date.nullable().default(null).describe('发布日期：2021、2021-09 或 2021-09-22，加引号。'),
  effective: absent.describe('施行日期或规划期，可用文字。'),
  status: z
    .strictObject({
      text: text.describe('现行有效、规划期已届满等。'),
      as_of: date.describe('核实的日期。'),
    })
    .nullable()
    .default(null)
    .describe('效力，以及何时核实的。'),
  url: url.nullable().default(null).describe('官方网址。'),
  text: z.enum(TEXTS).describe('全文读过多少：established 全部，partly 部分，none 没有。'),
  relations: z.array(relation).default([]).describe('与其他文件的关系。'),
  targets: z.array(text).default([]).describe('文件提出的目标。'),
  outline: z.array(section).default([]).describe('文件的章节，可以被指到。'),
  summary: text.describe('用自己的话写的摘要。'),
  note: absent.describe('说明。'),
  evidence: z
    .partialRecord(z.enum(FACTS), z.array(text).min(1))
    .default({})
    .describe('每项事实的出处：网址，或 seeds/<文件>:<行>。'),
});

const phrase = z.strictObject({
  text: text.describe('印出的短语，不带书名号。'),
  marked: z.boolean().default(false).describe('true：在书名号里；false：在正文中。'),
  in: ids.describe('只在这些公文（id）里是这个意思；不写：处处都是。'),
  parts: z
    .array(
      z.strictObject({
        text: text.describe('短语中的这几个字。'),
        works: z.array(id).min(1).describe('所指文件的 id。'),
      }),
    )
    .default([])
    .describe('短语的哪一部分指哪份文件，按印出的顺序；与 undecided 二选一。'),
  undecided: absent.describe('为什么无从判断它指哪份文件：读者会看到。'),
  candidates: z.array(id).default([]).describe('无从判断时，可能是哪几份。'),
  role: role.describe('引用的性质。'),
  note: absent.describe('给读者的说明。'),
});

/** `seeds/works.yaml`. */
export const authoritySchema: z.ZodType<Authority & MoveRecords> = z.strictObject({
  works: z.array(work).describe('文件库：公文引用的每一份文件。'),
  phrases: z.array(phrase).default([]).describe('同时指几份文件、或无从判断所指的短语。'),
  media: z
    .array(
      z.strictObject({
        name: text.describe('报刊名。'),
        names: z.array(text).min(1).describe('公文里的写法。'),
      }),
    )
    .default([])
    .describe('报刊：在书名号里，但不是文件。'),
  ...moveRecords,
});

/** `seeds/links.yaml`. */
export const linksSchema: z.ZodType<{ links: TopicLink[] }> = z.strictObject({
  links: z
    .array(
      z.strictObject({
        notice: id.describe('公文的 id。'),
        clause: text.describe('条款的地址，如 s2-3。'),
        work: id.describe('文件的 id。'),
        section: absent.describe('文件章节的序号，没有序号的写标题；不写：整份文件。'),
        terms: z.array(text).min(1).describe('条款中据以对应的词。'),
        strength: z.enum(STRENGTHS).describe('对应的强弱。'),
      }),
    )
    .describe('主题对应：内容相关，不是引用。'),
});

const classes = z.enum(ERRATUM_CLASSES);

const erratum = z.strictObject({
  line: z.int().min(1).describe('from 开始于原文第几行，以编辑器的行号为准。'),
  from: text.describe('原文印出的字；空白和换行不计。'),
  occurrence: z.int().min(1).nullable().default(null).describe('这一行有几处相同时，是第几处。'),
  to: z.string().nullable().describe('应为什么；""：应删去；null：只存疑。'),
  confidence: z.enum(CONFIDENCES).describe('把握有多大。'),
  class: z
    .preprocess(
      (value) => (Array.isArray(value) ? (value as unknown[]) : [value]),
      z.array(classes).min(1),
    )
    .describe(
      '错在哪里：transcription 识别，source 原件，punctuation 标点，layout 版式，naming 名称；可写几个。',
    ),
  reason: text.describe('依据：读者会看到。'),
  recorded: day.nullable().default(null).describe('记录的日期，如 2026-11-21。'),
});

const original = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]*[^/\\.]$/, 'the name of a file in seeds/')
    .describe('原件的文件名，在 seeds 里。'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest of 64 digits 0–9 and a–f')
    .describe('原件的 SHA-256 校验值。'),
});

/** `seeds/<file>.yaml`. */
export const sidecarSchema: z.ZodType<Sidecar & MoveRecords> = z.strictObject({
  id: id
    .nullable()
    .default(null)
    .describe('公文的标识：只在没有文号、或文号得出的标识已被占用时写；发布后不再改。'),
  original: original.nullable().default(null).describe('原件：原文是从哪个文件读出来的。'),
  source: absent.describe('这份文字从哪里来：网址或文字说明。'),
  licence: absent.describe('这份文字可以怎样使用。'),
  errata: z
    .strictObject({
      apply: z
        .enum(CONFIDENCES)
        .nullable()
        .describe('“校订”视图采用这种把握及以上的勘误；null：都不采用。'),
      list: z.array(erratum).describe('逐条勘误。'),
    })
    .default({ apply: null, list: [] })
    .describe('勘误：原文疑有的错误。原文不改，读者可以切换“原文 / 校订”。'),
  ...moveRecords,
});
