import type { z } from 'zod';

/**
 * A record cut to a schema: its keys in the order in which the schema has them, and no others.
 * @param schema of an object
 * @param value what has all of its keys
 */
export function fieldsOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: z.output<z.ZodObject<Shape>>,
): z.output<z.ZodObject<Shape>> {
  const all: Readonly<Record<string, unknown>> = value;
  const fields = Object.keys(schema.shape).map((key) => [key, all[key]]);
  return Object.fromEntries(fields) as z.output<z.ZodObject<Shape>>;
}
