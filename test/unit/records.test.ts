/** Every record is what its schema says, no more and no less; the documentation of the API is made from the same schemas. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readArchive } from '../../src/archive/load.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { archiveCitationSchema } from '../../src/model/records/citation.ts';
import { archiveMessageSchema } from '../../src/model/records/message.ts';
import { noticeSummarySchema } from '../../src/model/records/notice-summary.ts';
import { noticeRecordSchema } from '../../src/model/records/notice.ts';
import { workRecordSchema, workSummarySchema } from '../../src/model/records/work.ts';
import { citationList, noticeList } from '../../src/records/api.ts';
import { apiDocs } from '../../src/records/api-docs.ts';
import { API_FILES, apiSchemas } from '../../src/records/api-schema.ts';
import { archiveMessages } from '../../src/records/message-record.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import { workRecords, workSummary } from '../../src/records/work-record.ts';
import { project } from '../support/places.ts';

const archive = readArchive(project);
const notices = archive.notices.map(recordOf);
const works = workRecords(archive);

/** Parses as it is: nothing left out, nothing filled in, keys in the order of the schema. */
function expectRecord(schema: z.ZodType, value: unknown, name: string): void {
  expect(z.prettifyError(schema.safeParse(value).error ?? new z.ZodError([])), name).toBe('');
  expect(JSON.stringify(schema.parse(value)), name).toBe(JSON.stringify(value));
}

describe('the archive', () => {
  test.each([
    ['notices', noticeRecordSchema, notices],
    ['list of notices', noticeSummarySchema, noticeList(notices)],
    ['works', workRecordSchema, works],
    ['list of works', workSummarySchema, works.map(workSummary)],
    ['citations', archiveCitationSchema, citationList(notices)],
    ['messages', archiveMessageSchema, archiveMessages(archive)],
  ])('%s', (name, schema, records) => {
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) expectRecord(schema, record, name);
  });

  test('what inspect prints', () => {
    const seeds = archive.notices.map(({ file }) => file.path);
    const command = [join(project, 'src', 'cli', 'inspect.ts'), ...seeds];
    const printed = execFileSync(process.execPath, command, { cwd: project, encoding: 'utf8' });
    const records = printed.trim().split('\n');
    expect(records).toHaveLength(seeds.length);
    for (const record of records) expectRecord(noticeRecordSchema, JSON.parse(record), record);
  });
});

const fixtures = join(project, 'test', 'fixtures');
const cases = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(cases.map(({ name }) => name))('fixture %s', (name) => {
  const bytes = readFileSync(join(fixtures, name, 'seed.txt'));
  const made = pipeline([{ path: `seeds/${name}.txt`, bytes }]);
  for (const finished of made.notices) expectRecord(noticeRecordSchema, recordOf(finished), name);
  for (const message of archiveMessages(made)) expectRecord(archiveMessageSchema, message, name);
});

/** Every group in a value. */
function* groupsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* groupsIn(each);
}

describe('a slip', () => {
  test.each([
    ['notice', noticeRecordSchema, notices[0]],
    ['work', workRecordSchema, works.find(({ id }) => id === 'cn-ipr-outline-2021')],
  ])('an unknown key anywhere in a %s, and a missing one', (_, schema, record) => {
    const copy: unknown = structuredClone(record);
    const groups = [...groupsIn(copy)];
    expect(groups.length).toBeGreaterThan(20);
    for (const group of groups) {
      group['planted'] = 1;
      expect(schema.safeParse(copy).success, JSON.stringify(group)).toBe(false);
      delete group['planted'];
    }
    expect(schema.safeParse(copy).success).toBe(true);
    for (const key of Object.keys(schema.shape))
      expect(schema.safeParse({ ...record, [key]: undefined }).success, key).toBe(false);
  });
});

describe('documentation', () => {
  test('tells every field of every file once, in Chinese', () => {
    const docs = apiDocs();
    expect(docs.map(({ file }) => file)).toEqual(API_FILES.map(({ file }) => file));
    for (const { file, title, fields } of docs) {
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(new Set(fields.map(({ name }) => name)).size, file).toBe(fields.length);
      for (const { name, text } of fields)
        expect(text, `${file} ${name}`).toMatch(/^[^A-Z]*\p{Script=Han}.*。$/u);
    }
  });

  test('the tables of a list and of what it lists have all keys of a record between them', () => {
    const told = new Set(apiDocs().filter(({ file }) => file.includes('notices')).flatMap(({ fields }) => fields.map(({ name }) => name))); // prettier-ignore
    for (const key of Object.keys(notices[0] ?? {})) expect(told).toContain(key);
    for (const name of ['outline[].paragraphs[].id', 'stated.<键>.by', 'imprint.source.endLine'])
      expect(told).toContain(name);
    expect(apiDocs().flatMap(({ fields }) => fields).find(({ type }) => type.includes('同 outline[]'))?.name).toBe('outline[].children'); // prettier-ignore
  });

  test('every key of the JSON Schemas is told in English and in Chinese', () => {
    expect(apiSchemas().size).toBe(API_FILES.length);
    for (const [path, text] of apiSchemas())
      for (const { properties } of groupsIn(JSON.parse(text)))
        for (const [key, field] of Object.entries((properties ?? {}) as Record<string, { description?: string }>))
          expect(field.description, `${path} ${key}`).toMatch(/^[A-Za-z][^。]*\. [^.]*\p{Script=Han}.*。$/u); // prettier-ignore
  });
});
