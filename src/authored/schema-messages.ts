/** Zod's issues in the words of the people who write the files. */
import type { z } from 'zod';
import { type ExpectedValue, expectedIn } from '../model/expected.ts';
import type { Path } from './yaml-path.ts';

/** One mistake in the shape of a file. */
export interface SchemaMessage {
  path: Path;
  /** Whether it is about the key and not about its value. */
  key: boolean;
  reason: string;
  note: string;
}

/**
 * What an issue means.
 * @param issue from `safeParse`
 * @param value of the file, as it was parsed
 * @returns one complaint, or one a key for unknown keys
 */
export function schemaMessage(issue: z.core.$ZodIssue, value: unknown): SchemaMessage[] {
  const { path } = issue;
  const found = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        key: true,
        reason: `Unknown key “${key}”. 没有“${key}”这个键。`,
        note: 'Look for a slip of the pen; the keys are listed in seeds/schemas, which editors show. 检查拼写；可用的键见 seeds/schemas。',
      }));
    case 'invalid_type':
      return invalid(path, found, TYPES[issue.expected] ?? { en: issue.expected, zh: '别的类型' });
    case 'invalid_value': {
      const values = issue.values.map(String);
      const one = { en: `one of: ${values.join(', ')}`, zh: `其中之一：${values.join('、')}` };
      return invalid(path, found, one);
    }
    case 'invalid_format':
      return invalid(path, found, expectedIn(issue.message));
    case 'too_small': {
      const [least, isList] = [String(issue.minimum), issue.origin === 'array'];
      const enough = isList
        ? { en: `at least ${least} entries long`, zh: `至少有 ${least} 项` }
        : { en: `at least ${least}`, zh: `不小于 ${least} 的数` };
      return invalid(path, found, enough);
    }
    default: {
      const { en, zh } = expectedIn(issue.message);
      const [what, called] = calledAt(path);
      return [{ path, key: false, reason: `${what} is not right: ${en}. ${called}${zh}。`, note: AS_SAID }]; // prettier-ignore
    }
  }
}

const AS_SAID =
  'Write it in this form; a key that may be absent is left out if nothing is known. 照此改写；可有可无的键，不知道就不写。';

/** Zod's names of types, as people say them. */
const TYPES: Record<string, ExpectedValue> = {
  string: { en: 'a text', zh: '文字' },
  array: { en: 'a list (lines that begin with “- ”)', zh: '列表（每项一行，以“- ”开头）' },
  object: { en: 'a group of keys', zh: '一组键' },
  record: { en: 'a group of keys', zh: '一组键' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  int: { en: 'a whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
};

/** A value that is not what it should be, or not there. */
function invalid(path: Path, found: unknown, { en, zh }: ExpectedValue): SchemaMessage[] {
  const [what, called] = calledAt(path);
  const [wrong, chinese] = stateOf(found);
  const reason = `${what} should be ${en}${wrong}. ${called}应为：${zh}${chinese}。`;
  return [{ path, key: false, reason, note: noteOn(path, found, en) }];
}

function stateOf(found: unknown): [string, string] {
  if (found === undefined) return ['; it is missing', '，这里缺少这个键'];
  return found === null ? ['; nothing is written there', '，这里没有写'] : ['', ''];
}

function noteOn(path: Path, found: unknown, en: string): string {
  if (path.length === 0)
    return 'A line is a key, a colon and a space, then its value: id: my-notice. A file that says nothing is deleted. 每行写成“键: 值”，用半角冒号，冒号后空一格；没有要写的，就删去这个文件。';
  if (found === undefined) return 'Add it. 请补上。';
  if (found === null)
    return 'Write it; a key that may be absent is left out if nothing is known. What follows “ #” is a remark. 请写上；可有可无的键，不知道就不写。空格和“#”后面的字算注释。';
  if (en === TYPES['string']?.en && (typeof found === 'number' || typeof found === 'boolean'))
    return `A text that looks like a number or like true goes in quotes: "${String(found)}". 像数字或 true 的文字要加引号，写成 "${String(found)}"。`;
  if (en === TYPES['object']?.en)
    return 'Its keys stand below it, two spaces deeper, or in { }. 它的键写在下面各行，缩进两格，或写在 { } 里。';
  return AS_SAID;
}

/** What an entry is called: by its key. */
function calledAt(path: Path): [string, string] {
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return key === undefined ? ['The file', '文件'] : [`“${key}”`, `“${key}”`];
}

/** Undefined where nothing is written. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}
