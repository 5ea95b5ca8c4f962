/** A small archive in three editions, written for tests: clauses inserted, given to another notice, taken out; notices and works renamed and withdrawn. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from './command.ts';

/** Text by path; null: the file is deleted. */
type Files = Record<string, string | null>;

/** A notice of the synthetic 云州市知识产权局. */
export function seedOf(number: string, ...paragraphs: string[]): string {
  const head = ['云州市知识产权局关于做好工作的通知', number, '各单位：', '为做好工作，通知如下：'];
  return `${[...head, ...paragraphs].join('\n\n')}\n`;
}

const work = (id: string, title: string): string =>
  `  - { id: ${id}, title: ${title}, kind: 规划, text: none, summary: 规划。 }\n`;
const KEPT = work('kept-plan', '云州市知识产权保护规划（2024年）');

const FIRST: Files = {
  'seeds/a.txt': seedOf(
    '云知〔2024〕1号',
    ...['一、加强创造', '（一）培育专利。开展培育。', '（二）培育商标。指导注册。'],
    '（三）培育版权。开展登记。',
    ...['二、加强保护', '（一）快速维权。建立机制。', '（二）行政裁决。开展试点。'],
    ...['三、加强服务', '（一）公共服务。建设平台。', '（二）人才培养。举办培训。'],
    '（三）表彰奖励。评选先进。',
  ),
  'seeds/b.txt': seedOf(
    '云知〔2024〕2号',
    ...['一、总体要求', '（一）主要目标。形成体系。', '（二）基本原则。坚持统筹。'],
    ...['二、工作安排', '（一）按月报送。及时汇总。'],
  ),
  'seeds/c.txt': seedOf('云知〔2024〕3号', '一、暂行安排', '（一）主要目标。形成体系。'),
  'seeds/works.yaml': `works:\n${KEPT}${work('old-plan', '云州市专利培育规划（2024年）')}${work('gone-plan', '云州市商标培育规划（2024年）')}`,
};

/** One clause inserted in 一, one taken out of it; 三 dissolved; b has the right number now, c is withdrawn. */
const SECOND: Files = {
  'seeds/a.txt': seedOf(
    '云知〔2024〕1号',
    ...['一、加强创造', '（一）统筹规划。编制规划。', '（二）培育专利。开展培育。'],
    '（三）培育商标。指导注册。',
    ...['二、加强保护', '（一）快速维权。建立机制。', '（二）公共服务。建设平台。'],
  ),
  'seeds/a.txt.yaml': `moves:
  - { from: s1-1, to: s1-2, reason: 前面增加一条 }
  - { from: s1-2, to: s1-3, reason: 前面增加一条 }
  - { from: s2-2, to: yz-2024-12#s1-2, reason: 改由另一件公文规定 }
  - { from: s3, to: s2, reason: 两部分合并 }
  - { from: s3-1, to: s2-2, reason: 两部分合并 }
  - { from: s3-2, to: yz-2024-12, reason: 改由另一件公文规定 }
withdrawals:
  - { from: s1-3, reason: 新版删去 }
  - { from: s3-3, reason: 新版删去“表彰”<b>& }
`,
  'seeds/b.txt': seedOf(
    '云知〔2024〕12号',
    ...['一、总体要求', '（一）主要目标。形成体系。', '（二）行政裁决。开展试点。'],
    ...['（三）基本原则。坚持统筹。', '二、工作安排'],
  ),
  'seeds/b.txt.yaml': `moves:
  - { from: yz-2024-2, to: yz-2024-12, reason: 文号原误识为2号 }
  - { from: yz-2024-2#s1-2, to: s1-3, reason: 前面增加一条 }
withdrawals:
  - { from: yz-2024-2#s2-1, reason: 新版删去 }
`,
  'seeds/c.txt': null,
  'seeds/c.txt.yaml': `moves:
  - { from: yz-2024-3#s1-1, to: yz-2024-12#s1-1, reason: 内容相同 }
withdrawals:
  - { from: yz-2024-3, reason: 误收，并非公文 }
`,
  'seeds/works.yaml': `works:\n${KEPT}moves:\n  - { from: old-plan, to: kept-plan, reason: 与保护规划是同一文件 }\nwithdrawals:\n  - { from: gone-plan, reason: 查无此文件 }\n`,
};

/** One more clause inserted, in 二: what led to s2-2 leads to s2-3. */
const THIRD: Files = {
  'seeds/a.txt': seedOf(
    '云知〔2024〕1号',
    ...['一、加强创造', '（一）统筹规划。编制规划。', '（二）培育专利。开展培育。'],
    '（三）培育商标。指导注册。',
    ...['二、加强保护', '（一）源头保护。完善制度。', '（二）快速维权。建立机制。'],
    '（三）公共服务。建设平台。',
  ),
  'seeds/a.txt.yaml': `${SECOND['seeds/a.txt.yaml']?.replace(
    '  - { from: s3, ',
    '  - { from: s2-2, to: s2-3, reason: 前面又增加一条 }\n  - { from: s2-1, to: s2-2, reason: 前面又增加一条 }\n  - { from: s3, ',
  )}`,
};

/** The archive with its lock: two editions are published, the third is not yet. */
export interface MovedArchive {
  /** Folder that holds `seeds/`. */
  root: string;
  /** Folder of its site, once `buildSite` has made it. */
  site: string;
  /** Runs a command of src/cli on it; returns its exit code and all it said. */
  run: (command: string, ...args: string[]) => { status: number | null; said: string };
  /** Writes or deletes files of it. */
  change: (files: Files) => void;
  remove: () => void;
}

/** Makes an archive of one edition, without a lock. */
export function firstEdition(): MovedArchive {
  const folder = mkdtempSync(join(tmpdir(), 'wenhao-moves-'));
  const root = join(folder, 'archive');
  const change = (files: Files): void => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  change(FIRST);
  return {
    root,
    site: join(folder, 'site'),
    change,
    run: (command, ...args) => runCommand(command, root, args),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Makes the archive of three editions.
 * @throws {Error} when an edition cannot be published
 */
export function movedArchive(): MovedArchive {
  const archive = firstEdition();
  for (const edition of [SECOND, THIRD]) {
    const { status, said } = archive.run('publish-addresses');
    if (status !== 0) throw new Error(said);
    archive.change(edition);
  }
  return archive;
}
