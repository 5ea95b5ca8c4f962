/** The shape of the records of moved and withdrawn addresses, in sidecars and in `seeds/works.yaml`. */
import { z } from 'zod';
import { expectedValue } from '../model/expected.ts';
import { FILL_IN, isFilledIn, ownText } from '../model/fields.ts';

const address = z
  .string()
  .refine(isFilledIn, { error: FILL_IN, abort: true })
  .regex(
    /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:#[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/,
    expectedValue(
      'an address like s2-3, jgsj-2023-17 or jgsj-2023-17#s2-3',
      's2-3、jgsj-2023-17 或 jgsj-2023-17#s2-3 这样的地址',
    ),
  );

/**
 * Keys of a sidecar and of `seeds/works.yaml`: addresses that were published, and where what they meant stands now. An address whose text changed more
 * than once has a record for each time, oldest first.
 */
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
        reason: ownText.describe('Why it moved; readers see it. 为什么变动：读者会看到。'),
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
        reason: ownText.describe('Why it was withdrawn; readers see it. 为什么撤下：读者会看到。'),
      }),
    )
    .default([])
    .describe(
      'Published addresses whose text is no longer in the archive. 撤下：已发布的地址，其文字已不在库中。',
    ),
};

export type MoveRecords = z.output<z.ZodObject<typeof moveRecords>>;
