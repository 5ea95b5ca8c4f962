/** The archive as the pages read it: files that the one run of the pipeline wrote (`site-data.ts`), whose folder `WENHAO_DATA` names. */
import type { FormerRecord } from '../model/records/former.ts';
import type { NoticeRecord } from '../model/records/notice.ts';
import type { WorkRecord } from '../model/records/work.ts';
import type { ArchiveMessage } from '../model/records/message.ts';
import { readSeedPage, readSiteData, type SeedPage } from './site-data.ts';

const FOLDER = process.env['WENHAO_DATA'];
if (FOLDER === undefined) {
  throw new Error(
    'WENHAO_DATA is not set: pages are made by npm run build, npm run dev or npm start, not by astro alone.',
  );
}
const folder = FOLDER;
const data = readSiteData(folder);

/** All notices, newest year first, then by city and id. */
export const records: NoticeRecord[] = data.records;

/** All works of the authority file, in its order. */
export const works: WorkRecord[] = data.works;

/** Pages that were published and are no more: of notices under `notices/`, of works under `works/`. */
export const former: FormerRecord[] = data.former;

/** What is to be looked at in all files, in their order. */
export const messages: ArchiveMessage[] = data.messages;

/** Path of a file with messages → its text. */
export const texts: ReadonlyMap<string, string> = new Map(Object.entries(data.texts));

/** The seed of a notice. */
export function seedPage(id: string): SeedPage {
  return readSeedPage(folder, id);
}
