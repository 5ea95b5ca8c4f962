/** What the schemas of the files people write are made of. Which names, ids and places are right is checked elsewhere. */
import { z } from 'zod';
import { isDeviceName } from '../notation/device-names.ts';

export const text = z.string().regex(/\S/, 'some text');
export const absent = text.nullable().default(null);
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id of a–z, 0–9 and single hyphens')
  .refine((name) => !isDeviceName(name), 'Windows keeps this name for a device');
export const date = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'a date like 2021, 2021-09 or 2021-09-22',
  );
export const day = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day like 2026-11-21');
export const url = z
  .string()
  .regex(/^https?:\/\/[^\s"<>]+$/, 'an address that begins with http:// or https://');
const address = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:#[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/,
    'an address like s2-3, jgsj-2023-17 or jgsj-2023-17#s2-3',
  );

export const moveRecords = {
  moves: z
    .array(
      z.strictObject({
        from: address.describe(
          'The published address: a clause of this notice (s2-3), a notice (jgsj-2023-17), a clause of any (jgsj-2023-17#s2-3); in works.yaml the id of a work. 已发布的地址：本件的条款 s2-3、整件公文 jgsj-2023-17，或某件的条款 jgsj-2023-17#s2-3；在 works.yaml 里是文件的 id。',
        ),
        to: address.describe(
          'Where its text stands now, written like `from`. 这段文字现在的地址，写法同 from。',
        ),
        reason: text.describe('Why it moved; readers see it. 为什么变动：读者会看到。'),
      }),
    )
    .default([])
    .describe(
      'Where published addresses went. Leave old records as they are, write new ones below. 迁移：已发布的地址现在在哪里。旧记录保留不动，新变动写在下面。',
    ),
  withdrawals: z
    .array(
      z.strictObject({
        from: address.describe(
          'The withdrawn address, written like that of a move. 撤下的地址，写法同 moves。',
        ),
        reason: text.describe('Why it was withdrawn; readers see it. 为什么撤下：读者会看到。'),
      }),
    )
    .default([])
    .describe(
      'Published addresses whose text is no longer in the archive. 撤下：已发布的地址，其文字已不在库中。',
    ),
};
