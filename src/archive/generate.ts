/** seeds → what is written: the one place where the pipeline runs over a whole archive. */
import type { VFile } from 'vfile';
import { hasErrors } from '../diagnostics/report.ts';
import { render } from '../pipeline/render/render.ts';
import { renderWork } from '../pipeline/render/render-work.ts';
import { jsonText } from '../records/api.ts';
import { type PublishedArchive, readArchive } from './load.ts';
import { checkOriginals } from './original.ts';
import { type SiteData, siteDataOf } from './site-data.ts';

/** All that one run over the seeds gives. */
export interface Generated {
  archive: PublishedArchive;
  /** What the pages show. */
  data: SiteData;
  /** Files of `content/`: path in it → text. */
  content: Map<string, string>;
  /** Whether a file has an error: then nothing is to be written. */
  isBroken: boolean;
  /** How many messages are warnings. */
  warnings: number;
}

/**
 * Takes an archive through the pipeline, once.
 * @param root folder that holds `seeds/`
 * @throws when there is no folder `seeds/`; what is wrong in the files stands on `archive.files`
 */
export function generate(root: string): Generated {
  const archive = readArchive(root);
  checkOriginals(root, archive.notices);
  const data = siteDataOf(archive);
  return {
    archive,
    data,
    content: contentOf(archive, data),
    isBroken: archive.files.some(hasErrors),
    warnings: archive.files.reduce((sum, file) => sum + warningsOf(file), 0),
  };
}

function contentOf({ notices }: PublishedArchive, data: SiteData): Map<string, string> {
  return new Map([
    ...notices.map((finished) => [`notices/${finished.notice.id}.mdx`, render(finished)] as const),
    ...data.works.map((work) => [`works/${work.id}.mdx`, renderWork(work)] as const),
    ['messages.json', jsonText(data.messages)] as const,
  ]);
}

function warningsOf({ messages }: VFile): number {
  return messages.filter(({ fatal }) => fatal === false).length;
}
