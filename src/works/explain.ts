/** Zod's issues in the words of the people who write the files. */
import type { z } from 'zod';
import type { Path } from './yaml-file.ts';

/** One thing that is wrong with the shape of a file. */
export interface Complaint {
  path: Path;
  /** Whether it is about the key and not about its value. */
  key: boolean;
  reason: string;
  note: string;
}

/**
 * What an issue means.
 * @param issue from `safeParse`
 * @returns one complaint, or one a key for unknown keys
 */
export function explain(issue: z.core.$ZodIssue): Complaint[] {
  const { path } = issue;
  const where = path.filter((step) => typeof step === 'string').at(-1);
  const what = where === undefined ? 'The file' : `“${where}”`;
  const value = (reason: string, note: string): Complaint[] => [{ path, key: false, reason, note }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        key: true,
        reason: `Unknown key “${key}”. 未知的键。`,
        note: 'Look for a slip of the pen; the keys are listed in seeds/schemas, which editors show.',
      }));
    case 'invalid_type':
      return value(
        `${what} should be ${article(issue.expected)}. 类型不符或缺失。`,
        'If the key is missing, add it; a text that looks like a number, a date or true goes in quotes: issued: "2021".',
      );
    case 'invalid_value':
      return value(
        `${what} should be one of: ${issue.values.map(String).join(', ')}. 取值不在范围内。`,
        'Use one of these words, or leave the key out if it may be absent.',
      );
    case 'invalid_format':
      return value(
        `${what} should be ${issue.message}. 格式不符。`,
        'Write it in this form, or leave the key out if the fact is not known.',
      );
    case 'too_small':
      return value(
        `${what} should be at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries long' : ''}. 值过小。`,
        'Leave the key out if there is nothing to say.',
      );
    default:
      return value(
        `${what} is not right: ${issue.message}. 内容不符。`,
        'The keys and values are described in seeds/schemas.',
      );
  }
}

/** Zod's names of types, as people say them. */
function article(type: string): string {
  const names: Record<string, string> = {
    string: 'a text',
    array: 'a list (lines that begin with “- ”)',
    object: 'a group of keys',
    record: 'a group of keys',
    boolean: 'true or false',
    int: 'a whole number',
    number: 'a number',
  };
  return names[type] ?? type;
}
