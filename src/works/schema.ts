/** The shape of the three files people write, for Zod. Which names, ids and places are right is checked elsewhere. */
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
  moves: z.array(z.strictObject({ from: address, to: address, reason: text })).default([]),
  withdrawals: z.array(z.strictObject({ from: address, reason: text })).default([]),
};

const name = z.strictObject({ text, marked: z.boolean(), in: ids, role, note: absent });

const relation = z.strictObject({ type: z.enum(RELATION_TYPES), work: id, note: absent });

const section: z.ZodType<OutlineSection> = z.strictObject({
  label: absent,
  heading: absent,
  get sections() {
    return z.array(section).default([]);
  },
});

const work = z.strictObject({
  id,
  title: text,
  names: z.array(name).default([]),
  level: z.enum(LEVELS).nullable().default(null),
  kind: text,
  issuer: absent,
  number: absent,
  issued: date.nullable().default(null),
  effective: absent,
  status: z.strictObject({ text, as_of: date }).nullable().default(null),
  url: url.nullable().default(null),
  text: z.enum(TEXTS),
  relations: z.array(relation).default([]),
  targets: z.array(text).default([]),
  outline: z.array(section).default([]),
  summary: text,
  note: absent,
  evidence: z.partialRecord(z.enum(FACTS), z.array(text).min(1)).default({}),
});

const phrase = z.strictObject({
  text,
  marked: z.boolean().default(false),
  in: ids,
  parts: z.array(z.strictObject({ text, works: z.array(id).min(1) })).default([]),
  undecided: absent,
  candidates: z.array(id).default([]),
  role,
  note: absent,
});

/** `seeds/works.yaml`. */
export const authoritySchema: z.ZodType<Authority & MoveRecords> = z.strictObject({
  works: z.array(work),
  phrases: z.array(phrase).default([]),
  media: z.array(z.strictObject({ name: text, names: z.array(text).min(1) })).default([]),
  ...moveRecords,
});

/** `seeds/links.yaml`. */
export const linksSchema: z.ZodType<{ links: TopicLink[] }> = z.strictObject({
  links: z.array(
    z.strictObject({
      notice: id,
      clause: text,
      work: id,
      section: absent,
      terms: z.array(text).min(1),
      strength: z.enum(STRENGTHS),
    }),
  ),
});

const classes = z.enum(ERRATUM_CLASSES);

const erratum = z.strictObject({
  line: z.int().min(1),
  from: text,
  occurrence: z.int().min(1).nullable().default(null),
  to: z.string().nullable(),
  confidence: z.enum(CONFIDENCES),
  class: z.preprocess(
    (value) => (Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(classes).min(1),
  ),
  reason: text,
  recorded: day.nullable().default(null),
});

/** `seeds/<file>.yaml`. */
export const sidecarSchema: z.ZodType<Sidecar & MoveRecords> = z.strictObject({
  id: id.nullable().default(null),
  errata: z
    .strictObject({ apply: z.enum(CONFIDENCES).nullable(), list: z.array(erratum) })
    .default({ apply: null, list: [] }),
  ...moveRecords,
});
