/** The facts of a notice, and its entry in `api/notices.json`. Absent facts are null, never guessed. */
import { z } from 'zod';
import { date } from '../fields.ts';
import { AUTHORED_FACTS } from '../vocabulary.ts';

const word = z.string().nullable();

/** What a notice says of itself. */
export const noticeFactsSchema = z.strictObject({
  title: word.describe(
    'Title as printed, without line breaks and without spaces beside Han characters; null: none is printed. 标题，照原文，去掉换行和汉字旁的空格；没有印出的为 null。',
  ),
  number: word.describe(
    'Document number without white space, in ASCII digits; null: none is printed. 发文字号，去掉空白，数字一律半角；没有的为 null。',
  ),
  year: z
    .int()
    .nullable()
    .describe('Year of the document number; null: it has none. 文号里的年份；没有的为 null。'),
  issuer: word.describe(
    'First line of the signature, else of the masthead without 文件, else what the title names before 关于 (of several organs the first), else who passed a law; null: not known. 发文机关：落款首行，其次发文机关标志（不带“文件”），其次标题中“关于”之前的机关（几个的取第一个），再次题注中通过法律的机关；署名的个人不算；不知道的为 null。',
  ),
  masthead: word.describe(
    'As printed; of joint notices one organ a line, parted by line feeds; null: none is printed. 发文机关标志，照原文；联合行文的每个机关一行，以换行符分开；没有印出的为 null。',
  ),
  addressees: z
    .array(z.string())
    .describe(
      'To whom, one each, without the closing colon; empty: to nobody. 主送机关，逐个列出，不带末尾的冒号；没有的为空列表。',
    ),
  date: date
    .nullable()
    .describe(
      'Date of the document, ISO 8601 or a prefix of it: 2023-06-25, 2023-06, 2023; null: not known. 成文日期：2023-06-25、2023-06 或 2023；不知道的为 null。',
    ),
  issued: date
    .nullable()
    .describe(
      'Date of the imprint, written like `date`; null: not known. 印发日期，写法同 date；不知道的为 null。',
    ),
  city: word.describe(
    'City of the issuer by its short name; null: not known. 发文机关所在城市的简称；不知道的为 null。',
  ),
  kind: word.describe(
    'Genre of the enclosure, else of the notice; null: not known. 文种：有被印发件的取被印发件的，否则取本件的；不知道的为 null。',
  ),
  enclosure: word.describe(
    'Printed title of the enclosure; null: it carries none. 被印发件的标题，照原文；没有被印发件的为 null。',
  ),
  imprintOrgan: word.describe(
    'Organ of the imprint; null: none is printed. 印发机关；没有印出的为 null。',
  ),
  clauses: z.int().min(0).describe('Count of numbered units. 条款数：有序号的单元的个数。'),
});
export type Facts = z.infer<typeof noticeFactsSchema>;

/** Who says what the text does not. */
export const supplierSchema = z.strictObject({
  by: z
    .string()
    .describe(
      'Who says so, in one line. 据谁所说、载于何处，例如济源示范区市场监督管理局公文登记簿。',
    ),
  note: word.describe(
    'What else a reader should know; null: nothing. 给读者的说明；没有的为 null。',
  ),
});
export type Supplier = z.infer<typeof supplierSchema>;

/** `year` follows from `number`. */
export const suppliedFactsSchema = z.partialRecord(
  z.enum([...AUTHORED_FACTS, 'year']),
  supplierSchema,
);
/** The facts of a notice that its text does not carry: each is said by somebody else (sidecar). Empty: the text says all there is. */
export type SuppliedFacts = z.infer<typeof suppliedFactsSchema>;
/** A fact that somebody states, or that follows from one: `year` from `number`. */
export type SuppliedName = keyof SuppliedFacts;

const { imprintOrgan: _, clauses, ...printed } = noticeFactsSchema.shape;

/** An entry of `api/notices.json`. Its keys stand in the order of the file. */
export const noticeSummarySchema = z.strictObject({
  id: z
    .string()
    .describe('Id of the notice, never changed once published. 公文的标识，发布后不变。'),
  url: z
    .string()
    .describe(
      'Its page, from the root of the site. 页面地址，从站点根目录算起：notices/jgsj-2023-17.html。',
    ),
  ...printed,
  seed: z.string().describe('Path of its seed. 原文文件的路径：seeds/x.txt。'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(
      'SHA-256 of the bytes of the seed, hexadecimal. 原文文件的 SHA-256 校验值，十六进制。',
    ),
  clauses,
  stated: suppliedFactsSchema.describe(
    'The facts that the text does not carry, by name, with who says so; empty: the text says all. 原文没有写明、由他处补记的事项，按名称列出各据何处；都写明了的为空；year、city、kind 由补记的事项得出的也在其中。',
  ),
});
export type NoticeSummary = z.infer<typeof noticeSummarySchema>;
