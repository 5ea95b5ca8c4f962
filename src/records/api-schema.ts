/** The files of the static API, each with the schema of what it holds. */
import { z } from 'zod';
import { archiveCitationSchema } from '../model/records/citation.ts';
import { formerSchema } from '../model/records/former.ts';
import { noticeSummarySchema } from '../model/records/notice-summary.ts';
import { noticeRecordSchema } from '../model/records/notice.ts';
import { workRecordSchema, workSummarySchema } from '../model/records/work.ts';

/** A file of the API. */
export interface ApiFile {
  /** From the root of the site: `api/notices/<id>.json`. */
  file: string;
  /** What it holds, in Chinese. */
  title: string;
  /** Name of its JSON Schema. */
  name: string;
  schema: z.ZodType;
  /** The list whose fields each of these files has too. */
  list?: { file: string; schema: z.ZodObject };
}

/** In the order of documentation: a list before what it lists. */
export const API_FILES: readonly ApiFile[] = [
  {
    file: 'api/notices.json',
    title: '公文目录，每件公文一项',
    name: 'notices',
    schema: z.array(noticeSummarySchema),
  },
  {
    file: 'api/notices/<id>.json',
    title: '一件公文',
    name: 'notice',
    schema: noticeRecordSchema,
    list: { file: 'api/notices.json', schema: noticeSummarySchema },
  },
  {
    file: 'api/works.json',
    title: '公文引用的文件的目录，每份文件一项',
    name: 'works',
    schema: z.array(workSummarySchema),
  },
  {
    file: 'api/works/<id>.json',
    title: '公文引用的一份文件',
    name: 'work',
    schema: workRecordSchema,
    list: { file: 'api/works.json', schema: workSummarySchema },
  },
  {
    file: 'api/citations.json',
    title: '全部引用，每处一项，按公文和原文的顺序',
    name: 'citations',
    schema: z.array(archiveCitationSchema),
  },
  {
    file: 'api/former.json',
    title: '发布过、现已不存在的页面，每页一项',
    name: 'former',
    schema: z.array(formerSchema),
  },
];

/**
 * The JSON Schemas (2020-12) of the API as files.
 * @returns path from the root of the site, `api/schema/notice.json` → text
 */
export function apiSchemas(): Map<string, string> {
  return new Map(
    API_FILES.map(({ file, title, name, schema }) => {
      const json = { title: `${title}（${file}）`, ...z.toJSONSchema(schema) };
      return [`api/schema/${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
