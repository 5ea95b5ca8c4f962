/** The shapes of the files people write as JSON Schema, for editors that complete and check YAML. Made from the Zod schemas that read them. */
import { z } from 'zod';
import { linksSchema } from './links-schema.ts';
import { authoritySchema } from './works-schema.ts';
import { sidecarSchema } from './sidecar-schema.ts';

const SCHEMAS = [
  ['sidecar', '公文的补充文件（seeds/<文件名>.yaml）', sidecarSchema],
  ['works', '文件库（seeds/works.yaml）', authoritySchema],
  ['links', '主题对应（seeds/links.yaml）', linksSchema],
] as const;

/**
 * The schemas (JSON Schema 2020-12) as files.
 * @returns name in `seeds/schemas` → text
 */
export function schemaFiles(): Map<string, string> {
  return new Map(
    SCHEMAS.map(([name, title, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', override: oneOrList });
      return [`${name}.json`, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    }),
  );
}

/** A list that may be written as its only entry is a pipe for Zod, of which it tells the list alone. */
function oneOrList({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema._zod.def.type !== 'pipe') return;
  const { type, items, minItems } = jsonSchema;
  if (items === undefined) return;
  delete jsonSchema.type;
  delete jsonSchema.items;
  delete jsonSchema.minItems;
  jsonSchema.anyOf = [items as z.core.JSONSchema.BaseSchema, { type, items, minItems } as z.core.JSONSchema.BaseSchema]; // prettier-ignore
}
