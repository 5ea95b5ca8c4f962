/** The shape of `facts` in a sidecar: what a person knows of a notice that its text does not say. */
import { z } from 'zod';
import { isSerialNumber, readDocumentNumber } from '../notation/document-number.ts';
import { genreOf } from '../notation/genres.ts';
import { cityOf } from '../notation/places.ts';
import { expectedValue } from '../model/expected.ts';
import { absent, date, ownText } from '../model/fields.ts';
import type { AUTHORED_FACTS } from '../model/vocabulary.ts';

/** A slip of the pen in the year is seen by nobody otherwise. */
const statedDate = date.refine(
  (value) => /^(?:19|20)/.test(value),
  expectedValue('the year is not between 1900 and 2099', '年份不在 1900 至 2099 之间'),
);

/** Shown on one line everywhere. */
const line = ownText.refine(
  (value) => !/[\n\u2028\u2029]/.test(value),
  expectedValue('it holds a line break', '含有换行，请写在一行里'),
);

const number = z.string().refine(
  (value) => {
    const bare = value.replace(/\s/g, '');
    return readDocumentNumber(bare) !== null || isSerialNumber(bare);
  },
  expectedValue(
    'it is no document number such as 济管市监〔2023〕17号 or 第790号',
    '不是济管市监〔2023〕17号或第790号这样的文号',
  ),
);

const city = z
  .string()
  .refine(
    (value) => cityOf(`${value}市`) === value,
    expectedValue(
      'it is no city by its short name, such as 济源 or 开封',
      '不是城市简称，要写成济源、开封这样，不带“市”',
    ),
  );

const kind = z
  .string()
  .refine(
    (value) => genreOf(value) === value,
    expectedValue(
      'it is no genre such as 通知, 工作要点 or 推进方案',
      '不是文种，要写成通知、工作要点、推进方案这样',
    ),
  );

/**
 * @param description what the fact is, in both languages
 * @param examples of the value
 */
function fact<Schema extends z.ZodType>(
  value: Schema,
  description: string,
  ...examples: z.output<Schema>[]
) {
  return z
    .strictObject({
      value: value.meta({ description: description, examples }),
      by: line.meta({
        description: 'Who says so; readers see it. 据谁所说、载于何处：读者会看到。',
        examples: ['济源示范区市场监督管理局公文登记簿'],
      }),
      note: absent.describe('What else a reader should know. 给读者的说明。'),
    })
    .nullable()
    .default(null)
    .describe(description);
}

/** The facts that a person may state; null: nobody does. */
const stated = z.strictObject({
  title: fact(line, 'Title. 标题。', '关于做好知识产权工作的通知'),
  number: fact(
    number,
    'Document number; gives the notice no id: write `id` too. 发文字号；地址不随之改变，要定地址另写 id。',
    '济管市监〔2023〕17号',
  ),
  issuer: fact(line, 'Issuer. 发文机关。', '开封市知识产权局'),
  addressees: fact(z.array(line).min(1), 'To whom. 主送机关，可有几个。', ['各县区人民政府']),
  date: fact(
    statedDate,
    'Date of the document: 2023, 2023-03 or 2023-03-05; a year alone in quotes. 成文日期；只有年份的加引号。',
    '2023-03-05',
  ),
  issued: fact(
    statedDate,
    'Date of the imprint, written like `date`. 印发日期，写法同 date。',
    '2023-03-06',
  ),
  city: fact(city, 'City of the issuer by its short name. 发文机关所在城市的简称。', '济源'),
  kind: fact(kind, 'Genre. 文种。', '工作要点'),
} satisfies Record<(typeof AUTHORED_FACTS)[number], z.ZodType>);

export type AuthoredFacts = z.output<typeof stated>;

export const NO_FACTS: Readonly<AuthoredFacts> = stated.parse({});

export const factsSchema = stated.default(NO_FACTS);
