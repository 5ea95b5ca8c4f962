/** Mistakes of YAML in the words of the people who write the files. */
import type { ErrorCode, YAMLError } from 'yaml';

/** What is wrong, an English sentence and a Chinese one, and what to do. */
export interface YamlMistake {
  reason: string;
  note: string;
}

const COMPARE =
  'Compare with the entries around it: two spaces deeper for what belongs to a key, a space behind every colon, texts with “: ” or “ #” in quotes. 对照前后各条：下一级缩进两格，冒号后空一格，冒号、逗号、括号都用半角；含“: ”“ #”或 [ ] 的文字加英文引号。';

/** Those that are made most; `NAME` is what the file has there. */
const KNOWN: Partial<Record<ErrorCode, YamlMistake>> = {
  DUPLICATE_KEY: {
    reason: 'A key is written twice. 同一个键写了两次。',
    note: 'Make one of the two. 合并成一个。',
  },
  TAB_AS_INDENT: {
    reason: 'Lines are indented with spaces, not with tabs. 缩进要用空格，不能用制表符（Tab）。',
    note: 'Write two spaces for each tab. 每个制表符改成两个空格。',
  },
  MULTIPLE_DOCS: {
    reason: 'A line “---” begins a second document; a file holds one. 文件中有“---”行，一个文件只能写一份。',
    note: 'Take the line out. 删去这一行。',
  },
  BAD_ALIAS: {
    reason: 'References (NAME) are not used here. 这里不能用 NAME 这样的引用写法。',
    note: 'Write the value itself; a text that begins with * goes in quotes. 直接写出内容；以 * 开头的文字加引号。',
  },
  TAG_RESOLVE_FAILED: {
    reason: 'Tags (NAME) are not used here. 这里不能用 NAME 这样的标签写法。',
    note: 'Take it out; a text that begins with ! goes in quotes. 删去标签；以 ! 开头的文字加引号。',
  },
  RESOURCE_EXHAUSTION: {
    reason: 'Brackets are nested too deeply. 括号套得太深。',
    note: 'Look for brackets that are not closed. 检查没有闭合的括号。',
  },
}; // prettier-ignore

/**
 * What a mistake means.
 * @param error of the parser
 * @param source of the file
 */
export function mistakeOf({ code, message, pos }: YAMLError, source: string): YamlMistake {
  const known = KNOWN[code];
  if (!known) return unknownMistake(message);
  const name = source.slice(...pos).slice(0, 40);
  return { ...known, reason: known.reason.replaceAll('NAME', () => name) };
}

/**
 * A mistake that has no words of its own.
 * @param message of the parser
 */
export function unknownMistake(message: string): YamlMistake {
  const [first = message] = message.split('\n');
  const bare = first.replace(/ at line \d+, column \d+:?$/, '');
  return { reason: `This is no YAML: ${bare}. YAML 语法错误。`, note: COMPARE };
}
