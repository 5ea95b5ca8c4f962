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
import { report } from '../diagnostics/report.ts';
import { schemaMessage } from './schema-messages.ts';
import { type YamlMistake, mistakeOf, unknownMistake } from './yaml-messages.ts';
import type { Path } from './yaml-path.ts';

/** A file that was read. */
export interface YamlFile<Value> {
  value: Value;
  /**
   * Where something stands in the file.
   * @param path as deep as it goes; for a missing one, the place of what would hold it
   * @param at `key` for the key itself, not its value
   */
  placeOf: (path: Path, at?: 'key') => Point;
}

/** The rules that a file of some kind can break before anything in it is understood. */
export interface YamlRules {
  /** It is no YAML. */
  syntax: string;
  /** It has another shape. */
  schema: string;
}

/** A file with more mistakes than this is no file of its kind; those that follow are not listed. */
const MOST = 100;

/**
 * Parses and checks a file. Never throws.
 * @param file gets the messages, all errors
 * @param schema what the file must be
 * @param rules ruleIds of the messages
 * @returns null when there are messages
 */
export function readYaml<Value>(
  file: VFile,
  schema: z.ZodType<Value>,
  rules: YamlRules,
): YamlFile<Value> | null {
  const source = String(file.value);
  const lines = new LineCounter();
  const parsed = parse(source, lines, schema);
  if (parsed instanceof Error) {
    reportSyntax(unknownMistake(parsed.message), 0);
    return null;
  }
  const { document, value, result } = parsed;
  // one mistake makes others on the rest of its line
  const mistakes = Map.groupBy(document.errors, ({ pos }) => lines.linePos(pos[0]).line);
  for (const [mistake] of [...mistakes.values()].slice(0, MOST))
    if (mistake) reportSyntax(mistakeOf(mistake, source), mistake.pos[0]);
  if (document.errors.length > 0) return null;

  const placeOf = (path: Path, at?: 'key'): Point => pointAt(offsetOf(document, path, at));
  if (result.success) return { value: result.data, placeOf };
  const messages = result.error.issues.flatMap((issue) => schemaMessage(issue, value));
  for (const { path, key, reason, note } of messages.slice(0, MOST)) {
    const place = placeOf(path, key ? 'key' : undefined);
    report(file, { ruleId: rules.schema, severity: 'error', reason, note, place });
  }
  return null;

  function reportSyntax({ reason, note }: YamlMistake, offset: number): void {
    const place = pointAt(offset);
    report(file, { ruleId: rules.syntax, severity: 'error', reason, note, place });
  }

  function pointAt(offset: number): Point {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  }
}

/** A document and what its value is worth. */
interface Parsed<Value> {
  document: Document.Parsed;
  /** As it is written. */
  value: unknown;
  result: z.ZodSafeParseResult<Value>;
}

/**
 * `yaml` keeps errors on the document; very deep nesting makes it (and Zod) throw. References (`*x`) are refused, because many
 * of them exhaust the memory and nobody needs them here; so are unknown tags (`!!js/function`), of which it only warns.
 */
function parse<Value>(
  source: string,
  lineCounter: LineCounter,
  schema: z.ZodType<Value>,
): Parsed<Value> | Error {
  try {
    const document = parseDocument(source, { lineCounter, prettyErrors: false, logLevel: 'error' });
    visit(document, {
      Alias(_, node) {
        const [start = 0, end = 0] = node.range ?? [];
        document.errors.push(new YAMLParseError([start, end], 'BAD_ALIAS', ''));
      },
    });
    for (const { code, pos, message } of document.warnings)
      if (code === 'TAG_RESOLVE_FAILED')
        document.errors.push(new YAMLParseError(pos, code, message));
    const value: unknown = document.errors.length > 0 ? null : document.toJS();
    return { document, value, result: schema.safeParse(value) };
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
