/** What stands behind `npm run <command> --`, and what it does. README.md and the handbook say more. */
const COMMANDS = {
  add: ['FILE…|DIR [--dry-run] [--watch] [--frail] [--root DIR]', '读入文件并放入 seeds/；--dry-run 只显示，--watch 持续查看文件夹'],
  'apply-update': ['DIR UPDATE.zip', '用更新包更新已解压的离线包'],
  build: ['[--root DIR] [--out DIR] [--frail]', '生成网站，检查无误后替换 dist/'],
  corpus: ['DIR', '把文件夹中的文本与其 index.json 逐项比较'],
  fuzz: ['[--runs N] [--seed N]', '用随机文本检验解析与导出'],
  generate: ['[--check] [--frail] [--root DIR]', '由 seeds/ 生成 content/；--check 只比较'],
  inspect: ['FILE…', '显示各文本会被读成什么，每行一个 JSON，不入库'],
  pack: ['[--since OLD.zip] [--dist DIR] [--out FILE] [--root DIR] [--key FILE]', '制作离线包；--since 另作更新包'],
  'publish-addresses': ['[--root DIR]', '把全部地址记入 seeds/addresses.json'],
  serve: ['[--out DIR] [--port N]', '在本机打开已生成的网站'],
  start: ['[--port N]', '生成网站并在本机打开'],
  verify: ['DIR|ZIP [--signers FILE]', '检查离线包或更新包，指明损坏、缺失和多余的文件'],
} as const satisfies Record<string, readonly [string, string]>; // prettier-ignore

/**
 * How a command is called.
 *
 * @param name of its file in `src/cli`: `build`
 * @returns one line to type, one in Chinese on what it does; null for commands that take no options
 */
export function usageOf(name: string): string | null {
  const found = Object.entries(COMMANDS).find(([command]) => command === name)?.[1];
  return found ? `Usage 用法: npm run ${name} -- ${found[0]}\n  ${found[1]}。` : null;
}
