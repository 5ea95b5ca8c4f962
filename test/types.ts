// npm run types: `astro check` over .ts and .astro, without Astro’s telemetry and without its questions.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../src/diagnostics/project.ts';

const astro = join(projectFolder, 'node_modules', 'astro', 'bin', 'astro.mjs');
const done = spawnSync(process.execPath, [astro, 'check'], {
  cwd: projectFolder,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exitCode = done.status ?? 2;
