/** The static API told in tables, from the schemas of its records. */
import type { z } from 'zod';
import { API_FILES } from './api-schema.ts';

/** A key of a record. */
export interface ApiField {
  /** With the keys that hold it: `outline[].source.line`. */
  name: string;
  /** In Chinese: `字符串或 null`. */
  type: string;
  /** What it means, in Chinese. */
  text: string;
}

/** A file of the API and what is in it. */
export interface ApiDoc {
  file: string;
  title: string;
  fields: ApiField[];
}

/**
 * Every file of the static API with its fields.
 * @returns a table each, in the order in which they are to be read; a group that was told is not told again in the same table, nor are the fields of a list
 *   told again for what it lists
 */
export function apiDocs(): ApiDoc[] {
  return API_FILES.map(({ file, title, schema, list }) => {
    const fields = fieldsIn(groupIn(schema), '', new Map());
    if (!list) return { file, title, fields };
    const known = new Set(Object.keys(list.schema.shape));
    return {
      file,
      title: `${title}：除 ${list.file} 的各项外，还有`,
      fields: fields.filter(({ name }) => !known.has(topOf(name))),
    };
  });
}

/** `outline` of `outline[].source.line`. */
function topOf(name: string): string {
  return /^\w+/.exec(name)?.[0] ?? name;
}

/** Definition of a schema as Zod keeps it; a description makes a new schema of the same definition. */
type Definition = z.core.$ZodTypes['_zod']['def'];

/** The definition of a value that may be null or stand in a list. */
function groupIn(schema: z.core.$ZodType): Definition {
  const def = schema._zod.def as Definition;
  if (def.type === 'nullable') return groupIn(def.innerType);
  if (def.type === 'array') return groupIn(def.element);
  return def;
}

/** @param told groups and the names under which they are told */
function fieldsIn(group: Definition, path: string, told: Map<Definition, string>): ApiField[] {
  if (group.type === 'record') return fieldsIn(groupIn(group.valueType), `${path}<键>.`, told);
  if (group.type !== 'object') return [];
  return Object.entries(group.shape).flatMap(([key, schema]) => {
    const name = `${path}${key}`;
    const inner = groupIn(schema);
    const before = told.get(inner);
    const type = `${typeOf(schema)}${before === undefined ? '' : `，同 ${before}`}`;
    const field = { name, type, text: chineseIn(schema) };
    if (before !== undefined) return [field];
    const place = `${name}${isList(schema) ? '[]' : ''}`;
    if (inner.type === 'object') told.set(inner, place);
    return [field, ...fieldsIn(inner, `${place}.`, told)];
  });
}

function isList(schema: z.core.$ZodType): boolean {
  const def = schema._zod.def as Definition;
  return def.type === 'nullable' ? isList(def.innerType) : def.type === 'array';
}

const TYPE_NAMES: Partial<Record<Definition['type'], string>> = {
  string: '字符串',
  number: '整数',
  boolean: '布尔值',
  object: '对象',
};

/** @throws when a record has a value of a kind that no record had so far */
function typeOf(schema: z.core.$ZodType): string {
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'nullable':
      return `${typeOf(def.innerType)}或 null`;
    case 'array':
      return `${typeOf(def.element)}的数组`;
    case 'enum':
      return `字符串（${Object.values(def.entries).join('、')}）`;
    case 'record':
      return `对象，键为${keysOf(def.keyType)}，值为${typeOf(def.valueType)}`;
    default: {
      const name = TYPE_NAMES[def.type];
      if (name === undefined) throw new Error(`No name for values of the type ${def.type}`);
      return name;
    }
  }
}

function keysOf(schema: z.core.$ZodType): string {
  const def = schema._zod.def as Definition;
  return def.type === 'enum' ? ` ${Object.values(def.entries).join('、')}` : '字符串';
}

/** The Chinese half of a description: “Genre. 文种。”. */
function chineseIn(schema: z.core.$ZodType): string {
  const { description = '' } = schema as z.ZodType;
  return /^[^。]*?\. (?=[^.]*\p{Script=Han})(.*)$/su.exec(description)?.[1] ?? description;
}
