import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Astro’s YAML reads a plain day as a Date. */
const asText = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

/** ISO 8601 or a prefix of it: `2023-06-25`, `2023-06`, `2023`. */
const date = z.preprocess(
  asText,
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
);

/** What the pipeline wrote: `content/notices/*.mdx`. Facts a notice does not carry are null. */
const notices = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: join(process.env['WENHAO_ROOT'] ?? '.', 'content', 'notices'),
  }),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().nullable(),
    number: z.string().nullable(),
    year: z.int().nullable(),
    issuer: z.string().nullable(),
    masthead: z.string().nullable(),
    addressees: z.array(z.string()),
    date,
    issued: date,
    city: z.string().nullable(),
    kind: z.string().nullable(),
    enclosure: z.string().nullable(),
    /** Absent: the text says all there is. */
    stated: z
      .record(z.string(), z.strictObject({ by: z.string(), note: z.string().nullable() }))
      .optional(),
    seed: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    clauses: z.int().nonnegative(),
  }),
});

/** What the pipeline wrote of the authority file: `content/works/*.mdx`. The pages take the rest from the records. */
const works = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: join(process.env['WENHAO_ROOT'] ?? '.', 'content', 'works'),
  }),
  schema: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string(),
    kind: z.string(),
    level: z.enum(['national', 'provincial', 'city', 'standard', 'planned']).nullable(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    issued: date,
    /** A date, or a period in words. */
    effective: z.preprocess(asText, z.string().nullable()),
    status: z.strictObject({ text: z.string(), asOf: date }).nullable(),
    official: z.url().nullable(),
    text: z.enum(['established', 'partly', 'none']),
    fullText: z.string().nullable(),
    note: z.string().nullable(),
  }),
});

export const collections = { notices, works };
