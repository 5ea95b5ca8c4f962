import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A line of a page as it is set: its words without spaces, and its place in points from the upper left corner. */
export interface SetLine {
  text: string;
  left: number;
  right: number;
  bottom: number;
}

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** Why Word files cannot be looked at as pages; undefined when they can. Said once on the terminal. */
export const libreOfficeIsMissing = missing();

function missing(): string | undefined {
  const absent = ['soffice', 'pdftotext'].filter((program) => !isThere(program));
  if (absent.length === 0) return undefined;
  const reason = `${absent.join(' and ')} not found: Word files are not looked at as pages. Debian: apt-get install libreoffice-writer-nogui fonts-noto-cjk poppler-utils`;
  console.warn(`Skipped: ${reason}`);
  return reason;
}

/**
 * Word files as LibreOffice sets them; all at once, because it takes its time to start.
 *
 * @param files name without extension → bytes
 * @returns name → its pages with their lines, from above
 * @throws {Error} when a program fails
 */
export function pagesOf(files: ReadonlyMap<string, Uint8Array>): Map<string, SetLine[][]> {
  return inRoom((room) => {
    const names = [...files.keys()];
    for (const [name, bytes] of files) writeFileSync(join(room, `${name}.docx`), bytes);
    soffice(
      room,
      'pdf',
      names.map((name) => `${name}.docx`),
    );
    return new Map(
      names.map((name) => {
        const boxes = run('pdftotext', ['-bbox', `${name}.pdf`, '-'], room);
        return [name, boxes.split('<page ').slice(1).map(linesOf)];
      }),
    );
  });
}

/**
 * Files as LibreOffice saves them in another format; all at once.
 *
 * @param files name with extension → what is in them
 * @param format `pdf`, `docx`, `html`
 * @returns name without extension → bytes
 * @throws {Error} when the program fails
 */
export function savedAs(
  files: ReadonlyMap<string, string | Uint8Array>,
  format: string,
): Map<string, Uint8Array> {
  return inRoom((room) => {
    for (const [name, content] of files) writeFileSync(join(room, name), content);
    soffice(room, format, [...files.keys()]);
    return new Map(
      [...files.keys()].map((name) => {
        const stem = name.replace(/\.[^.]*$/, '');
        return [stem, new Uint8Array(readFileSync(join(room, `${stem}.${format}`)))];
      }),
    );
  });
}

function inRoom<T>(work: (room: string) => T): T {
  const room = mkdtempSync(join(tmpdir(), 'wenhao-office-'));
  try {
    return work(room);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

function soffice(room: string, format: string, files: readonly string[]): void {
  // A profile of its own: another LibreOffice at work would take the order and do nothing.
  const profile = `-env:UserInstallation=${pathToFileURL(join(room, 'profile')).href}`;
  run('soffice', [profile, '--headless', '--convert-to', format, ...files], room);
}

function run(program: string, options: string[], folder: string): string {
  const done = spawnSync(program, options, { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

const WORD =
  /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/gu;

function linesOf(page: string): SetLine[] {
  const lines: SetLine[] = [];
  for (const [, xMin, xMax, yMax, text = ''] of page.matchAll(WORD)) {
    const [left, right, bottom] = [Number(xMin), Number(xMax), Number(yMax)];
    // Latin and Chinese type of one line end at different heights, lines are 29 pt apart
    const line = lines.find((each) => Math.abs(each.bottom - bottom) < 8);
    if (!line) lines.push({ text, left, right, bottom });
    else {
      line.text = left < line.left ? text + line.text : line.text + text;
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    }
  }
  return lines.sort((one, other) => one.bottom - other.bottom);
}
