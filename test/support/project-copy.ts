import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './places.ts';

/** A process of a command of src/cli. */
export interface Started {
  child: ChildProcess;
  /** All that it has said so far. */
  said: () => string;
  hasEnded: () => boolean;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
}

/** A copy of the program with a lock and a `.astro` of its own: what is done to its builds does not meet those of others. */
export interface ProjectCopy {
  start: (command: string, ...args: string[]) => Started;
  /** Kills what is still running. */
  stop: () => void;
}

/**
 * Copies the program, without seeds; the packages it uses are those of the project.
 * @param folder does not exist yet
 */
export function copyProject(folder: string): ProjectCopy {
  const files = readdirSync(project).filter((name) => name.endsWith('.config.mjs'));
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json', ...files])
    cpSync(join(project, name), join(folder, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const running = new Set<ChildProcess>();
  return {
    start: (command, ...args) => {
      const child = spawn(
        process.execPath,
        [join(folder, 'src', 'cli', `${command}.ts`), ...args],
        {
          cwd: folder,
          // Vite makes another site of it when it believes to be under test.
          env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, SITE: undefined },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      running.add(child);
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      const ended = once(child, 'close').then(([code]) => {
        running.delete(child);
        return code as number | null;
      });
      return { child, said: () => text, hasEnded: () => !running.has(child), ended };
    },
    stop: () => {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
