/** The masthead of a joint notice: one organ a line on the page, in the API and in every export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { akomaNtosoOf } from '../../src/exports/akoma-ntoso/akoma-ntoso.ts';
import { docxOf } from '../../src/exports/docx/docx.ts';
import { summaryOf } from '../../src/records/notice-record.ts';
import { markdownOf } from '../../src/exports/markdown/markdown.ts';
import { plainTextOf } from '../../src/exports/plain-text/plain-text.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { paragraphsIn } from '../support/exported.ts';
import { project } from '../support/places.ts';

const bytes = readFileSync(join(project, 'test/fixtures/joint-issuers/seed.txt'));
const [finished] = pipeline([{ path: 'seeds/joint.txt', bytes }]).notices;
if (!finished) throw new Error('no notice came out');
const organs = ['云州市知识产权局', '云州市教育局', '云州市公安局文件'];

describe('a joint masthead', () => {
  test('is one fact of several lines', () => {
    expect(summaryOf(finished).masthead).toBe(organs.join('\n'));
  });

  test.each([
    ['txt', () => Buffer.from(plainTextOf(finished.notice))],
    ['md', () => Buffer.from(markdownOf(finished.notice))],
    ['docx', () => docxOf(finished.notice, 'x')],
  ] as const)('is a paragraph an organ in %s', async (extension, made) => {
    const paragraphs = await paragraphsIn[extension](Buffer.from(made()));
    expect(paragraphs.slice(0, organs.length)).toEqual(organs);
  });

  test('is an authority an organ in Akoma Ntoso', () => {
    const xml = akomaNtosoOf(finished, () => false);
    const authorities = [...xml.matchAll(/<docAuthority>([^<]*)<\/docAuthority>/gu)];
    expect(authorities.map(([, name]) => name)).toEqual(organs);
  });
});

test('without a signature its first organ is the issuer', () => {
  const text =
    '云州市知识产权局\n云州市公安局文件\n\n云知联〔2024〕2号\n\n关于检查的通知\n\n各单位：\n\n请执行。\n';
  const [notice] = pipeline([{ path: 'seeds/x.txt', bytes: Buffer.from(text) }]).notices;
  expect(notice?.facts.issuer).toBe('云州市知识产权局');
});
