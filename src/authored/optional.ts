/** What may be left out of the files people write. */
import { z } from 'zod';

type Optional<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodNullable | z.ZodArray
    ? z.ZodDefault<Shape[Key]>
    : Shape[Key];
};

/**
 * The fields of a record as people write them: what may be null, and a list, need not be written.
 * @param shape of the record; each field with its description
 */
export function optional<Shape extends z.ZodRawShape>(shape: Shape): Optional<Shape> {
  const fields = Object.entries(shape).map(([key, field]) => [
    key,
    withDefault(field as z.ZodType),
  ]);
  return Object.fromEntries(fields) as Optional<Shape>;
}

function withDefault(field: z.ZodType): z.ZodType {
  const told = field.description ?? '';
  if (field instanceof z.ZodNullable) return field.default(null).describe(told);
  return field instanceof z.ZodArray ? field.default([]).describe(told) : field;
}
