/** The shape of a sidecar, `seeds/<file>.yaml`, for Zod. Which names, ids and places are right is checked elsewhere. */
import { z } from 'zod';
import { factsSchema } from './fact-schema.ts';
import { expectedValue } from '../model/expected.ts';
import { absent, day, id, ownText, printedText, textSchema, writtenText } from '../model/fields.ts';
import { CONFIDENCES } from '../model/vocabulary.ts';
import { moveRecords, type MoveRecords } from './move-schema.ts';

const classes = z.enum(['transcription', 'source', 'punctuation', 'layout', 'naming']);

const erratum = z.strictObject({
  line: z
    .int()
    .min(1)
    .describe(
      'Line of the seed on which `from` begins, counted as editors do. from 开始于原文第几行，以编辑器的行号为准。',
    ),
  from: printedText.describe(
    'The words as printed; white space and line ends do not count. 原文印出的字；空白和换行不计。',
  ),
  occurrence: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('Which of several on that line. 这一行有几处相同时，是第几处。'),
  to: writtenText
    .nullable()
    .describe(
      'What is meant; "": to be left out; null: only doubted. 应为什么；""：应删去；null：只存疑。',
    ),
  confidence: z.enum(CONFIDENCES).describe('How sure one can be. 把握有多大。'),
  class: z
    .preprocess(
      (value) => (Array.isArray(value) ? (value as unknown[]) : [value]),
      z.array(classes).min(1),
    )
    .describe(
      'Where it went wrong; one or a list. 错在哪里：transcription 识别，source 原件，punctuation 标点，layout 版式，naming 名称；可写几个。',
    ),
  reason: ownText.describe('Why; readers see it. 依据：读者会看到。'),
  recorded: day
    .nullable()
    .default(null)
    .meta({ description: 'Day of recording. 记录的日期。', examples: ['2026-11-21'] }),
});

const original = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]*[^/\\.]$/, expectedValue('the name of a file in seeds/', 'seeds 里的文件名'))
    .describe('Its name in seeds/. 原件的文件名，在 seeds 里。'),
  sha256: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      expectedValue(
        'a SHA-256 digest of 64 digits 0–9 and a–f',
        '64 位的 SHA-256 校验值（0–9、a–f）',
      ),
    )
    .describe('SHA-256 of its bytes. 原件的 SHA-256 校验值。'),
});

const topic = z.strictObject({
  // `clause: #s1` is a remark to YAML: written and empty must not mean the whole notice
  clause: textSchema
    .meta({ examples: ['s1-2'] })
    .optional()
    .transform((anchor) => anchor ?? null)
    .describe('Anchor of the clause; absent: the notice as a whole. 条款的地址；不写：整件公文。'),
  topic: textSchema.meta({
    description: 'One of the terms of seeds/links.yaml. 主题：links.yaml 里用到的词。',
    examples: ['质押融资'],
  }),
  reason: ownText.describe('Why; readers see it. 依据：读者会看到。'),
});
const topics = z.array(topic);

/** `seeds/<file>.yaml`. */
export const sidecarSchema = z.strictObject({
  id: id
    .nullable()
    .default(null)
    .describe(
      'Id of the notice, only where its number gives none or one that is taken; never changed once published. 公文的标识：只在没有文号、或文号得出的标识已被占用时写；发布后不再改。',
    ),
  original: original
    .nullable()
    .default(null)
    .describe('The file the text was read out of. 原件：原文是从哪个文件读出来的。'),
  source: absent.meta({
    description:
      'Where the text comes from: an address or words. 这份文字从哪里来：网址或文字说明。',
    examples: ['https://www.example.gov.cn/notice.html'],
  }),
  licence: absent.meta({
    description: 'On what terms the text may be used. 这份文字可以怎样使用。',
    examples: ['《著作权法》第五条：国家机关文件不适用著作权法'],
  }),
  facts: factsSchema.describe(
    'What somebody knows of the notice and its text does not say, with who says so. 原文没有写明、但有人说得出处的事项；原文写明的，一律以原文为准。',
  ),
  errata: z
    .strictObject({
      apply: z
        .enum(CONFIDENCES)
        .nullable()
        .describe(
          'The corrected reading shows errata of this confidence and above; null: none. “校订”视图采用这种把握及以上的勘误；null：都不采用。',
        ),
      list: z.array(erratum).describe('One by one. 逐条勘误。'),
    })
    .default({ apply: null, list: [] })
    .describe(
      'Probable errors of the text; the seed stays as it is. 勘误：原文疑有的错误。原文不改，读者可以切换“原文 / 校订”。',
    ),
  topics: z
    .strictObject({
      add: topics
        .default([])
        .describe(
          'Topics that the links do not show. 补记：links.yaml 没有对应到、实际属于的主题。',
        ),
      remove: topics
        .default([])
        .describe(
          'Topics that the links show wrongly. 剔除：links.yaml 对应到、实际不属于的主题。',
        ),
    })
    .default({ add: [], remove: [] })
    .describe(
      'Corrections of the topics that seeds/links.yaml gives the clauses. 更正条款的主题（links.yaml 据用语对应的结果）。',
    ),
  ...moveRecords,
});

/** 勘误: a probable departure of the seed from what was meant. */
export type Erratum = z.output<typeof erratum>;
/** A topic that a clause has or has not, whatever `seeds/links.yaml` says. */
export type TopicCorrection = z.output<typeof topic>;
/** What a person has to say about a seed that the text cannot: a sidecar without its `MoveRecords`. */
export type Sidecar = Omit<z.output<typeof sidecarSchema>, keyof MoveRecords>;
/** 原件: the file that a seed was read from. */
export type OriginalFile = z.output<typeof original>;
/** Where the text of a notice comes from. */
export type Origin = Pick<Sidecar, 'original' | 'source' | 'licence'>;
