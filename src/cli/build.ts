// npm run build [-- --root DIR] [--out DIR] [--strict]
import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build-site.ts';
import { placesOf } from '../diagnostics/project.ts';
import { run } from './run.ts';
import { nextStep, type Usage } from './usage.ts';

const usage: Usage = {
  call: 'npm run build -- [--root DIR] [--out DIR] [--strict]',
  does: {
    en: 'Makes the site, checks it, and only then replaces dist/.',
    zh: '生成网站，检查无误后替换 dist/。',
  },
};

await run(async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      out: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  });
  const log = (sentence: string) => {
    console.log(sentence);
  };
  const code = await buildSite({ ...placesOf(values), strict: values.strict, log });
  log(
    nextStep({
      en: 'npm run serve, or copy the folder anywhere',
      zh: '用 npm run serve 查看，或把文件夹复制到任何地方',
    }),
  );
  return code;
}, usage);
