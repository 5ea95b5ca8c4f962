import type { Identifier } from '@mdn/browser-compat-data';
import { parse, type Node } from 'acorn';
import { isOld, type Newer, newerAt, OLDEST, sinceWhen, tableAt } from './support.ts';

/** The syntax of the oldest browser: all of ES2021, and of ES2022 what is not named below. */
const SYNTAX = 2022;

/** What acorn reads as ES2022 and the oldest browser does not. */
const NEWER_SYNTAX: Record<string, string[]> = {
  StaticBlock: ['statements', 'class_static_initialization_blocks'],
};

/** What is a name of the whole window when it stands alone. */
const WINDOWS = ['window', 'self', 'globalThis'];

/**
 * Names of members and events that MDN knows, each with one that stands for all: it is in the oldest browser when any
 * object has it there, for a script does not say whose member it takes.
 */
const members = new Map<string, Identifier>();
const events = new Map<string, Identifier>();
for (const thing of Object.values(tableAt('api'))) learn(thing);
for (const thing of Object.values(tableAt('javascript', 'builtins'))) learn(thing);
for (const thing of Object.values(tableAt('javascript', 'builtins', 'Intl'))) learn(thing);

function learn(thing: Identifier): void {
  for (const [key, feature] of Object.entries(thing)) {
    const [, name = '', kind] = /^(\w+?)(?:_(event|static))?$/u.exec(key) ?? [];
    const names = kind === 'event' ? events : members;
    if (key !== '__compat' && isOld(names.get(name)) !== true) names.set(name, feature);
  }
}
