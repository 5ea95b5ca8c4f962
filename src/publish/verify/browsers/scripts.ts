import type { Identifier as Feature } from '@mdn/browser-compat-data';
import { type AnyNode, type CallExpression, type MemberExpression, parse } from 'acorn';
import { newerInStyles } from './styles.ts';
import { isInNoChrome, isOld, type Newer, newerAt, tableAt } from './support.ts';

/** What the oldest browser reads is ES2021 and of ES2022 all but this. */
const SYNTAX = 2022;
const NEWER_SYNTAX: Partial<Record<AnyNode['type'], string[]>> = {
  StaticBlock: ['javascript', 'classes', 'static', 'initialization_blocks'],
};

/** Calls whose first argument is a selector. */
const SELECT = ['querySelector', 'querySelectorAll', 'matches', 'closest'];

/** Names of the window itself: what stands behind them is global. */
const WINDOWS = ['window', 'self', 'globalThis'];

/** A table whose entries are globals: `structuredClone`, `Promise`. */
const GLOBALS = [['api'], ['javascript', 'builtins']];
/** Tables whose entries have members. */
const OBJECTS = [...GLOBALS, ['javascript', 'builtins', 'Intl']];

/**
 * Keys of members and events by name. A script does not say whose member it takes, so that it is old when it is old
 * with any object.
 */
const members = new Map<string, string[]>();
const events = new Map<string, string[]>();
for (const keys of OBJECTS) {
  for (const object of Object.keys(tableAt(...keys))) learn(...keys, object);
}

function learn(...keys: string[]): void {
  for (const [key, feature] of Object.entries<Feature>(tableAt(...keys))) {
    const [, name = '', kind] = /^(\w+?)(?:_(event|static))?$/u.exec(key) ?? [];
    const names = kind === 'event' ? events : members;
    if (isInNoChrome(feature)) continue;
    if (isOld(feature) === true || !names.has(name)) names.set(name, [...keys, key]);
  }
}

/**
 * What a classic script uses that the oldest browser lacks: syntax, globals (`structuredClone`), members of what is
 * global (`Object.hasOwn`), members of anything when no object had one of that name (`.at`), events listened to,
 * selectors asked for.
 *
 * @param script as it is shipped
 */
export function newerInScript(script: string): Newer[] {
  const nodes: AnyNode[] = [];
  try {
    collect(parse(script, { ecmaVersion: SYNTAX, sourceType: 'script' }), nodes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { message, pos: offset } = error as SyntaxError & { pos: number };
    return [{ feature: 'syntax', offset, reason: `cannot be read: ${message}` }];
  }
  const own = new Set<AnyNode>(nodes.flatMap(namesIn));
  return nodes.flatMap((node) => {
    if (own.has(node)) return [];
    return [
      ...keysOf(node).flatMap((keys) => newerAt(node.start, ...keys)),
      ...newerSelector(node),
    ];
  });
}

function collect(value: unknown, into: AnyNode[]): void {
  if (Array.isArray(value)) for (const each of value) collect(each, into);
  else if (typeof value === 'object' && value !== null && 'type' in value) {
    into.push(value as AnyNode);
    for (const child of Object.values(value)) collect(child, into);
  }
}

/** The names in a node that are no global: of a member, of a key. */
function namesIn(node: AnyNode): AnyNode[] {
  if (node.type === 'MemberExpression') return node.computed ? [] : [node.property];
  if (!('key' in node && 'computed' in node) || node.computed) return [];
  return 'shorthand' in node && node.shorthand ? [] : [node.key];
}

function keysOf(node: AnyNode): string[][] {
  switch (node.type) {
    case 'Identifier':
      return GLOBALS.map((keys) => [...keys, node.name]);
    case 'MemberExpression':
      return keysOfMember(node);
    case 'CallExpression':
      return keyIn(events, argumentOf(node, ['addEventListener']));
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier'
        ? [['javascript', 'classes', 'private_class_fields_in']]
        : [];
    default: {
      const keys = NEWER_SYNTAX[node.type];
      return keys ? [keys] : [];
    }
  }
}

function keysOfMember(node: MemberExpression): string[][] {
  const { object } = node;
  const name = nameOf(node);
  const known = keyIn(members, name);
  if (object.type !== 'Identifier') return known;
  if (WINDOWS.includes(object.name)) return [...GLOBALS.map((keys) => [...keys, name]), ...known];
  const exact = OBJECTS.flatMap((keys) => [
    [...keys, object.name, name],
    [...keys, object.name, `${name}_static`],
  ]).filter((keys) => isOld(tableAt(...keys) as unknown as Feature) !== undefined);
  return exact.length > 0 ? exact : known;
}

/** The words of the first argument of a call of one of these methods; empty for everything else. */
function argumentOf({ callee, arguments: [first] }: CallExpression, methods: string[]): string {
  if (callee.type !== 'MemberExpression' || !methods.includes(nameOf(callee))) return '';
  return first?.type === 'Literal' ? String(first.value) : '';
}

/** Unlike a sheet, which passes over a rule it cannot read, these calls throw. */
function newerSelector(node: AnyNode): Newer[] {
  const selector = node.type === 'CallExpression' ? argumentOf(node, SELECT) : '';
  if (selector === '') return [];
  return newerInStyles(`${selector}{}`).map((newer) => ({ ...newer, offset: node.start }));
}

function nameOf({ property, computed }: MemberExpression): string {
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' ? String(property.value) : '';
}

function keyIn(names: Map<string, string[]>, name: string): string[][] {
  const keys = names.get(name);
  return keys ? [keys] : [];
}
