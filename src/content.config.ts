import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/**
 * The texts that the pipeline wrote. The front matter is for people who review a change, and for `npm run add` and `inspect`,
 * which read it instead of running the pipeline; pages take the facts from the records, so `id` is all that is read here.
 */
const collection = (name: 'notices' | 'works') =>
  defineCollection({
    loader: glob({
      pattern: '*.mdx',
      base: join(process.env['WENHAO_CONTENT'] ?? 'content', name),
    }),
    schema: z.object({ id: z.string().regex(/^[a-z0-9-]+$/) }),
  });

export const collections = { notices: collection('notices'), works: collection('works') };
