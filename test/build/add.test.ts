/** `npm run add` as a clerk runs it, in an archive of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readSidecar } from '../../src/authored/read-sidecar.ts';
import { withFolder } from '../support/folders.ts';
import { project } from '../support/places.ts';
import { wordParagraph, wordFile } from '../support/word-files.ts';

const script = join(project, 'src', 'cli', 'add.ts');

function add(folder: string, ...order: string[]) {
  const env = { ...process.env, INIT_CWD: folder, CI: '', LANG: 'zh_CN.UTF-8' };
  const done = spawnSync(process.execPath, [script, '--root', folder, ...order], {
    encoding: 'utf8',
    env,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const notice = (serial: number, more = ''): string =>
  `云岭市知识产权局文件\n\n云岭知〔2024〕${serial}号\n\n云岭市知识产权局关于印发方案的通知\n\n各县（区）知识产权局：\n\n${more}现将方案印发给你们，请认真执行。\n\n云岭市知识产权局\n\n2024年5月20日\n`;

/** A folder with an empty archive and files to add. */
const withFiles = (
  files: Record<string, string>,
  work: (folder: string) => void | Promise<void>,
): Promise<void> =>
  withFolder({ 'seeds/works.yaml': 'works: []\n', ...files }, async (folder) => work(folder));

const seedsOf = (folder: string): string[] =>
  readdirSync(join(folder, 'seeds'))
    .filter((name) => name !== 'works.yaml')
    .sort();

test('a text goes into seeds as it is, and is told what was understood', async () => {
  await withFiles({ '通知.txt': notice(1, '一、总体要求\n\n依据《甲市专利条例》。\n\n') }, (folder) => {
    const { code, out } = add(folder, '通知.txt');
    expect(code).toBe(0);
    for (const words of ['✔ 通知.txt', '发文字号: 云岭知〔2024〕1号', '成文日期: 2024-05-20', '印发日期: 未标注', '#s1  一、总体要求', '《甲市专利条例》 未定: ', '引文 ('])
      expect(out).toContain(words);
    expect(readFileSync(join(folder, 'seeds/通知.txt'), 'utf8')).toBe(readFileSync(join(folder, '通知.txt'), 'utf8'));
    expect(out).toContain('npm run generate');
  });
}); // prettier-ignore

test('of a Word file the text is the seed, beside it the original, and a sidecar with its digest', async () => {
  await withFiles({}, (folder) => {
    const bytes = wordFile(notice(2).split('\n').map((line) => wordParagraph(line)).join(''));
    writeFileSync(join(folder, 'x.docx'), bytes);
    expect(add(folder, 'x.docx').code).toBe(0);
    expect(seedsOf(folder)).toEqual(['x.docx', 'x.txt', 'x.txt.yaml']);
    expect(readFileSync(join(folder, 'seeds/x.txt'), 'utf8')).toBe(notice(2));
    expect(new Uint8Array(readFileSync(join(folder, 'seeds/x.docx')))).toEqual(bytes);
    const file = new VFile({ path: 'x', value: readFileSync(join(folder, 'seeds/x.txt.yaml')) });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(readSidecar(file).sidecar.original).toEqual({ file: 'x.docx', sha256 });
    expect(file.messages).toEqual([]);
  });
}); // prettier-ignore

test('an original that was changed or lost fails generate', async () => {
  await withFiles({ 'x.html': notice(3).replace(/\n+/g, '<p>'), 'seeds/links.yaml': 'links: []\n' }, (folder) => {
    expect(add(folder, 'x.html').code).toBe(0);
    const run = (name: string) =>
      spawnSync(process.execPath, [join(project, 'src/cli', name), '--root', folder], { encoding: 'utf8' });
    expect(run('publish-addresses.ts').status).toBe(0);
    expect(run('generate.ts').status).toBe(0);
    writeFileSync(join(folder, 'seeds/x.html'), 'other');
    expect(run('generate.ts')).toMatchObject({ status: 2, stderr: expect.stringContaining('its digest differs') as string });
  });
}); // prettier-ignore

test('what cannot be decided stands as comments in a sidecar that is valid', async () => {
  await withFiles({ 'a.txt': '关于测试的通知\n\n各单位：\n\n正文。\n# 甲: [乙\n' }, (folder) => {
    const { code, out } = add(folder, '--strict', 'a.txt');
    expect(code).toBe(1);
    expect(out).toMatch(/▲ 第1行 .*未找到发文字号.*\n {6}│ 关于测试的通知\n {6}│ \^\n {6}→ /);
    const value = readFileSync(join(folder, 'seeds/a.txt.yaml'), 'utf8');
    expect(value).toContain('# id: my-notice');
    const file = new VFile({ path: 'x', value });
    readSidecar(file);
    expect(file.messages).toEqual([]);
  });
});

test('a file that cannot be read does not keep the others out; a seed is never written over', async () => {
  await withFiles({ 'in/a.txt': notice(4), 'in/deep/b.txt': notice(5), 'in/c.doc': 'x', 'in/~$a.docx': 'x', 'in/.d.txt': 'x' }, (folder) => {
    const first = add(folder, 'in');
    expect(first.code).toBe(2);
    expect(first.out).toContain('另存为 .docx');
    expect(seedsOf(folder)).toEqual(['a.txt', 'b.txt']);

    const again = add(folder, 'in/a.txt', 'in/deep');
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('已在库中，内容相同: seeds/a.txt');

    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new/A.txt'), notice(6));
    writeFileSync(join(folder, 'new/e.txt'), notice(4, '另外，'));
    const { code, out } = add(folder, 'new');
    expect(code).toBe(2);
    expect(out).toContain('库中已有同一文号（或同一地址）的公文：seeds/a.txt');
    // offices call their files alike: another notice gets another name
    expect(seedsOf(folder)).toEqual(['A-2.txt', 'a.txt', 'b.txt']);
    expect(readFileSync(join(folder, 'seeds/a.txt'), 'utf8')).toBe(notice(4));
    // what scrolled away is said again
    expect(out.trim().split('\n').at(-2)).toBe(`  ✖ new/e.txt: 库中已有同一文号（或同一地址）的公文：seeds/a.txt。`);
  });
}); // prettier-ignore

test('a better copy takes the place of one that was taken out; the sidecar that people wrote stays', async () => {
  await withFiles({ 'x.html': notice(11).replace(/\n+/g, '<p>'), 'seeds/x.txt.yaml': 'source: 市局\n' }, (folder) => {
    const { code, out } = add(folder, 'x.html');
    expect(code).toBe(0);
    expect(out).toContain('同名的说明文件 seeds/x.txt.yaml 已存在，未改动。');
    expect(seedsOf(folder)).toEqual(['x.html', 'x.txt', 'x.txt.yaml']);
    expect(readFileSync(join(folder, 'seeds/x.txt.yaml'), 'utf8')).toBe('source: 市局\n');
  });
}); // prettier-ignore

test('a file is kept under what it is, whatever it is called', async () => {
  await withFiles({}, (folder) => {
    const bytes = wordFile(notice(12).split('\n').map((line) => wordParagraph(line)).join(''));
    for (const name of ['a.txt', 'a b 通知.pdf', '\u{1B}[31m\u{202E}##[error].docx']) writeFileSync(join(folder, name), bytes);
    expect(add(folder, 'a.txt').code).toBe(0);
    expect(seedsOf(folder)).toEqual(['a.docx', 'a.txt', 'a.txt.yaml']);
    const { out } = add(folder, '--dry-run', 'a b 通知.pdf', '\u{1B}[31m\u{202E}##[error].docx');
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|##\[/u);
    expect(out).toContain('✔ a b 通知.pdf'.replace('✔', '＝'));
  });
}); // prettier-ignore

test('no file takes the name of the guide of seeds/, not even the same text', async () => {
  await withFiles({ 'seeds/README.md': notice(14), 'new/README.md': notice(14) }, (folder) => {
    expect(add(folder, 'new').code).toBe(0);
    expect(seedsOf(folder)).toEqual(['README-2.md', 'README.md']);
  });
  await withFiles({ 'README.md': notice(15) }, (folder) => {
    expect(add(folder, 'README.md').code).toBe(0);
    expect(seedsOf(folder)).toEqual(['README-2.md']);
  });
});

test('what the disk does not give out does not keep the others out', async () => {
  await withFiles({ 'in/z.txt': notice(13) }, (folder) => {
    // a folder is what nobody can read as a file, not even root
    const mute = join(folder, 'in', 'a.txt');
    mkdirSync(mute);
    const program = `import { addFile } from ${JSON.stringify(join(project, 'src/cli/add/add-file.ts'))}; console.log(JSON.stringify(await addFile(${JSON.stringify(mute)}, {})));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(stdout).toContain('"rule":"refused-unreadable"');
    expect(add(folder, 'in').code).toBe(0);
  });
}); // prettier-ignore

test('--dry-run writes nothing and tells the same', async () => {
  await withFiles({ 'a.txt': notice(7), 'b.txt': notice(7, '又，') }, (folder) => {
    const { code, out } = add(folder, '--dry-run', 'a.txt', 'b.txt');
    expect(code).toBe(2);
    expect(out).toContain('将添加: seeds/a.txt');
    expect(out).toContain('库中已有同一文号（或同一地址）的公文：seeds/a.txt');
    expect(seedsOf(folder)).toEqual([]);
  });
});

test('words of a file do not command the terminal', async () => {
  await withFiles({ 'a.txt': notice(8, '\u{1B}[2J一、甲\u{1B}]0;x\u{7}\n') }, (folder) => {
    expect(add(folder, 'a.txt').out).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

test('an order without sense is told so', async () => {
  await withFiles({}, (folder) => {
    expect(add(folder)).toMatchObject({ code: 2, err: expect.stringContaining('npm run add -- 文件') as string });
    expect(add(folder, 'nowhere.txt').err).toContain('找不到文件');
    expect(add(folder, '--wacht').code).toBe(2);
    mkdirSync(join(folder, 'empty'));
    expect(add(folder, 'empty')).toMatchObject({ code: 2, err: expect.stringContaining('文件夹里没有文件') as string });
  });
}); // prettier-ignore

test('--watch adds what comes, once it is whole', async () => {
  await withFiles({ 'in/a.txt': notice(9) }, async (folder) => {
    const env = { ...process.env, INIT_CWD: folder };
    const child = spawn(process.execPath, [script, '--root', folder, '--watch', 'in'], { env });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      await expect.poll(() => out, { timeout: 20_000 }).toContain('Watching');
      // half of it, then the rest
      const text = notice(10, '一、甲\n\n'.repeat(3));
      writeFileSync(join(folder, 'in/b.txt'), text.slice(0, 20));
      await pause(700);
      expect(existsSync(join(folder, 'seeds/b.txt'))).toBe(false);
      writeFileSync(join(folder, 'in/b.txt'), text);
      await expect.poll(() => existsSync(join(folder, 'seeds/b.txt')), { timeout: 20_000 }).toBe(true);
      expect(readFileSync(join(folder, 'seeds/b.txt'), 'utf8')).toBe(text);
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
    expect(out).toMatch(/Added 2/);
  });
}); // prettier-ignore
