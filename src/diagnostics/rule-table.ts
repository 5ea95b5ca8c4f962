/** The rules as the README lists them. */
import { RULES } from './rules.ts';

const SIGNS = { error: '✖', warning: '▲', info: '·' };

/** @returns a Markdown table, one rule a line, with a line feed at its end */
export function ruleTable(): string {
  const rows = Object.entries(RULES).map(
    ([id, { severity, name, meaning, todo }]) =>
      `| \`${id}\` ${SIGNS[severity]} | ${name} | ${meaning.en} | ${todo.en} |`,
  );
  return `${['| rule | | what is the case | what to do |', '|---|---|---|---|', ...rows].join('\n')}\n`;
}

const START = '<!-- rules: npm run describe -->\n';
const END = '<!-- /rules -->\n';

/**
 * A text with the table between its two marks.
 * @param text of the README
 * @returns null when it has no marks
 */
export function withRuleTable(text: string): string | null {
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) return null;
  return `${before}${START}\n${ruleTable()}\n${END}${after}`;
}
