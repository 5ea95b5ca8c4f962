/** Reads a YAML file that people write: its value when it has the right shape, else messages that name line and column. */
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
} from 'yaml';
import type { z } from 'zod';
import { report } from '../notice/report.ts';
import { explain } from './explain.ts';

/** Where in a file something stands: keys and indexes from the top. */
export type Path = readonly PropertyKey[];

/** A file that was read. */
export interface YamlFile<Value> {
  value: Value;
  /**
   * Where something stands in the file.
   * @param path as deep as it goes; what is not there gives the place of what holds it
   * @param at `key` for the key itself, not its value
   */
  placeOf: (path: Path, at?: 'key') => Point;
}

/**
 * Parses and checks a file. Never throws.
 * @param file gets the messages; ruleIds `<name>-syntax`, `<name>-schema`, errors
 * @param schema what the file must be
 * @param name of the file kind in ruleIds: `works`
 * @returns null when there are messages
 */
export function readYaml<Value>(
  file: VFile,
  schema: z.ZodType<Value>,
  name: string,
): YamlFile<Value> | null {
  const source = String(file.value);
  const lines = new LineCounter();
  const parsed = parse(source, lines, schema);
  if (parsed instanceof Error) {
    reportSyntax(parsed.message, 0);
    return null;
  }
  const { document, result } = parsed;
  for (const { message, pos } of document.errors) reportSyntax(message, pos[0]);
  if (document.errors.length > 0) return null;

  const placeOf = (path: Path, at?: 'key'): Point => pointAt(offsetOf(document, path, at));
  if (result.success) return { value: result.data, placeOf };
  for (const { path, key, reason, note } of result.error.issues.flatMap(explain)) {
    const place = placeOf(path, key ? 'key' : undefined);
    report(file, { ruleId: `${name}-schema`, severity: 'error', reason, note, place });
  }
  return null;

  function reportSyntax(message: string, offset: number): void {
    report(file, {
      ruleId: `${name}-syntax`,
      severity: 'error',
      reason: `This is no YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message}. YAML 语法错误。`,
      note: 'Compare with the entries around it: two spaces deeper for what belongs to a key, a space behind every colon, texts with “: ” or “ #” in quotes.',
      place: pointAt(offset),
    });
  }

  function pointAt(offset: number): Point {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  }
}

/** A document and what its value is worth. */
interface Parsed<Value> {
  document: Document.Parsed;
  result: z.ZodSafeParseResult<Value>;
}

/**
 * `yaml` keeps errors on the document; bottomless nesting makes it (and Zod) throw. References (`*x`) are refused: a flood of
 * them fills the memory, and nobody needs them here.
 */
function parse<Value>(
  source: string,
  lineCounter: LineCounter,
  schema: z.ZodType<Value>,
): Parsed<Value> | Error {
  try {
    const document = parseDocument(source, { lineCounter, prettyErrors: false });
    visit(document, {
      Alias(_, node) {
        const [start = 0, end = 0] = node.range ?? [];
        const message = `References are not used here: *${node.source}`;
        document.errors.push(new YAMLParseError([start, end], 'BAD_ALIAS', message));
      },
    });
    const value: unknown = document.errors.length > 0 ? null : document.toJS();
    return { document, result: schema.safeParse(value) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Offset of the node a path leads to, or of the last one on the way. */
function offsetOf(document: Document.Parsed, path: Path, at?: 'key'): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step),
      );
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      if (isLast && at === 'key') return offset;
      node = pair.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else return offset;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
