import type { APIRoute, GetStaticPaths } from 'astro';
import { notices } from '../../archive/archive-records.ts';
import { type NoticeFile, noticeFiles } from '../../exports/notice-files.ts';
import { site } from '../../metadata/site.ts';

const ids = new Set(notices.map(({ notice }) => notice.id));

/** `notices/<id>.docx`, `.txt`, `.bib` …: a notice and its reference to take along, made from the tree of its page. */
export const getStaticPaths: GetStaticPaths = () =>
  notices.flatMap((finished) =>
    noticeFiles(finished, (id) => ids.has(id), site).map((file) => ({
      params: { id: finished.notice.id, extension: file.extension },
      props: { file },
    })),
  );

export const GET: APIRoute<{ file: NoticeFile }> = async ({ props: { file } }) =>
  new Response((await file.make()) as BodyInit, { headers: { 'Content-Type': file.type } });
