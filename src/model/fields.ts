/** What the schemas of records and of the files people write are made of. Which names, ids and places are right is checked elsewhere. */
import { z } from 'zod';
import { readDate } from '../notation/dates.ts';
import { isDeviceName } from '../notation/device-names.ts';
import { STEERING } from '../notation/normalize/invisible.ts';
import { expectedValue } from './expected.ts';

const STEERS = new RegExp(STEERING, 'u');
/** What messages and `npm run add` propose holds such places to be filled in. */
const PLACEHOLDER = /^\s*〈[^〈〉]*〉\s*$/u;

export const isFilledIn = (value: string): boolean => !PLACEHOLDER.test(value);
export const FILL_IN = expectedValue(
  'it is still the placeholder 〈…〉, to be replaced by your own words',
  '还是占位的〈…〉，请换成实际内容',
);

const SOME = { error: expectedValue('some text', '文字，不能为空'), abort: true };

/** Any words, as a seed may print them. */
export const printedText = z.string().regex(/\S/, SOME);
/** Words that a person writes; may be empty. */
export const writtenText = z.string().refine((value) => !STEERS.test(value), {
  error: expectedValue('it holds characters that cannot be seen', '含有看不见的控制字符，请删去'),
  abort: true,
});
export const textSchema = writtenText.regex(/\S/, SOME);
export const absent = textSchema.nullable().default(null);
/** A text that a person has to write, not a proposal left as it is. */
export const ownText = textSchema.refine(isFilledIn, FILL_IN);
export const id = z
  .string()
  .max(100, expectedValue('it is longer than 100 characters', '超过 100 个字符'))
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    expectedValue('an id of a–z, 0–9 and single hyphens', '由小写字母、数字和单个连字符组成的标识'),
  )
  .refine(
    (name) => !isDeviceName(name),
    expectedValue('Windows keeps this name for a device', '是 Windows 的设备名，不能用'),
  );
const NO_DAY = expectedValue('the calendar has no such day', '日历上没有这一天');

/** A day has to be in the calendar; a year or a month is in it by its form. */
function isInCalendar(value: string): boolean {
  return value.length < 10 || readDate(value)?.iso === value;
}

export const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, {
    error: expectedValue(
      'a date like 2021, 2021-09 or 2021-09-22',
      '2021、2021-09 或 2021-09-22 这样的日期',
    ),
    abort: true,
  })
  .refine(isInCalendar, { error: NO_DAY, abort: true });
export const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, {
    error: expectedValue('a day like 2026-11-21', '2026-11-21 这样的日期'),
    abort: true,
  })
  .refine(isInCalendar, NO_DAY);
export const url = z
  .string()
  .regex(
    /^https?:\/\/[^\s"<>]+$/,
    expectedValue(
      'an address that begins with http:// or https://',
      '以 http:// 或 https:// 开头的网址',
    ),
  );
