/** The schemas for editors are those the files are read by, and say of every key what it is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../src/authored/json-schema.ts';
import { project } from '../support/places.ts';

const folder = join(project, 'seeds', 'schemas');

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  $defs?: Record<string, Schema>;
  type?: unknown;
}

test('seeds/schemas holds what the code makes; if not: npm run describe', () => {
  const made = schemaFiles();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

function* groupsIn(schema: Schema): Generator<Schema> {
  if (schema.properties) yield schema;
  const inner = [schema.items, ...(schema.anyOf ?? []), ...Object.values(schema.properties ?? {}), ...Object.values(schema.$defs ?? {})]; // prettier-ignore
  for (const each of inner) if (each) yield* groupsIn(each);
}

test.each([...schemaFiles()])(
  '%s knows all keys, each told in English and in Chinese',
  (_, text) => {
    const groups = [...groupsIn(JSON.parse(text) as Schema)];
    expect(groups.length).toBeGreaterThan(1);
    for (const { properties = {}, additionalProperties } of groups) {
      expect(additionalProperties).toBe(false);
      for (const [key, { description }] of Object.entries(properties)) {
        if (key !== 'sections')
          expect(description, key).toMatch(/^[A-Za-z][^。]*\. [^.]*\p{Script=Han}.*。$/u);
      }
    }
  },
);

test('one class of an erratum need not be a list', () => {
  const sidecar = schemaFiles().get('sidecar.json') ?? '';
  const erratum = [...groupsIn(JSON.parse(sidecar) as Schema)].find(({ properties }) => properties?.['confidence']); // prettier-ignore
  const classes = erratum?.properties?.['class']?.anyOf;
  expect(classes?.map(({ type }) => type)).toEqual(['string', 'array']);
});
