/** Messages as GitHub shows them beside the lines of a change (“Workflow commands for GitHub Actions”). */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { severityOf } from './report.ts';
import { ruleOf } from './rules.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * One command a message: `::warning file=seeds/x.txt,line=3,col=1,title=…::…`.
 * @param files with their messages
 */
export function annotationsOf(files: readonly VFile[]): string[] {
  return files.flatMap(({ path, messages }) => messages.map((message) => command(path, message)));
}

function command(file: string, message: VFileMessage): string {
  const { line, column, reason, note, ruleId } = message;
  const properties = {
    file,
    ...(line === undefined ? {} : { line: String(line), col: String(column ?? 1) }),
    title: `${ruleOf(ruleId ?? '').name} ${ruleId ?? ''}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  const text = note === undefined ? reason : `${reason}\n${note}`;
  return `::${COMMANDS[severityOf(message)]} ${list.join(',')}::${data(text)}`;
}

/** As @actions/core escapes what stands behind the second `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** And what stands before it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
