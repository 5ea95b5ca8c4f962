/** `index.json` of a corpus: what people read off its files. The format is described in test/README.md. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { z } from 'zod';
import { readYaml } from '../../src/authored/yaml-file.ts';

const name = z.string().regex(/\S/, 'some text');
const count = z.int().min(0);

/** What a file should come out as. Other keys are for people. */
const expected = z.object({
  title: name.nullable(),
  doc_number: name.nullable(),
  issuer: name.nullable(),
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date like 2021, 2021-09 or 2021-09-22')
    .nullable(),
  top_level_heading_count: count,
  second_level_heading_count: count,
  numbered_item_count: count,
  cited_titles: z.array(name),
  levels: name.default('一、/（一）/1.'),
});
export type ExpectedFacts = z.infer<typeof expected>;

const index = z.array(z.object({ file: name, expected })).min(1);

/** A file of a corpus. */
export interface Expectation {
  /** Its name in the folder. */
  file: string;
  expected: ExpectedFacts;
}

/**
 * Reads the expectations of a corpus.
 * @param folder of the corpus
 * @returns them, or what is wrong with `index.json`: one sentence a mistake, with its place
 */
export function readExpectations(folder: string): Expectation[] | string[] {
  const path = join(folder, 'index.json');
  const text = textOf(path);
  if (text === null) return [`${path} is missing. 缺少 index.json。`];
  const mistake = jsonMistake(text);
  if (mistake !== null) return [`${path} is no JSON: ${mistake}. JSON 语法错误。`];
  // JSON is YAML, whose reader knows the place of everything
  const file = new VFile({ path, value: text });
  const read = readYaml(file, index, { syntax: 'corpus-syntax', schema: 'corpus-schema' });
  if (read === null) {
    return file.messages.map(
      ({ line, column, reason }) => `${path}:${String(line)}:${String(column)}: ${reason}`,
    );
  }
  const missing = read.value.flatMap(({ file: each }, at) => {
    if (isFile(join(folder, each))) return [];
    const { line, column } = read.placeOf([at, 'file']);
    return [`${path}:${line}:${column}: There is no file ${each} in ${folder}. 所列文件不存在。`];
  });
  return missing.length > 0 ? missing : read.value;
}

function textOf(path: string): string | null {
  return isFile(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/u, '') : null;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function jsonMistake(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
