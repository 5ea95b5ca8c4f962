import { type CssNode, type Declaration, parse, walk, type WalkContext } from 'css-tree';
import { isOld, type Newer, newerAt, tableAt } from './support.ts';

/** Units that MDN has as groups: `dvh` is one of `viewport_percentage_units_dynamic`. */
const UNIT_GROUPS: [RegExp, string][] = [
  [/^cq/u, 'container_query_length_units'],
  [/^dv/u, 'viewport_percentage_units_dynamic'],
  [/^lv/u, 'viewport_percentage_units_large'],
  [/^sv/u, 'viewport_percentage_units_small'],
];

/** Keys of the functions of values, by name; MDN has them at any depth: `css.types.color.oklch`. */
const functions = new Map<string, string[]>();
learn('css', 'types');

function learn(...keys: string[]): void {
  for (const [name, feature] of Object.entries(tableAt(...keys))) {
    if (name === '__compat') continue;
    // Of two of one name it is the older that stands for both.
    if (isOld(feature) === true || !functions.has(name)) functions.set(name, [...keys, name]);
    learn(...keys, name);
  }
}

/**
 * What a style sheet uses that the oldest browser lacks: at-rules, media features and their ranges, selectors, nesting,
 * properties, keywords, functions, units. Left out is what an old browser passes over without loss: what stands in
 * `@supports (…)`, and a property whose old name (`-webkit-…`) stands in the same block.
 *
 * @param css as it is shipped
 */
export function newerInStyles(css: string): Newer[] {
  const found: Newer[] = [];
  walk(parse(css, { positions: true, parseCustomProperty: true }), function (node) {
    if (isGuarded(css, node, this)) return walk.skip;
    const offset = node.loc?.start.offset ?? 0;
    const newer = keysOf(node, this).flatMap((keys) => newerAt(offset, ...keys));
    found.push(...newer);
    // What css-tree leaves as it is, in a block, is no value or declaration it knows.
    if (node.type === 'Raw' && this.rule) {
      found.push({ feature: 'syntax', offset, reason: 'cannot be read' });
    }
    // The value of a newer property says nothing new.
    return newer.length > 0 && node.type === 'Declaration' ? walk.skip : undefined;
  });
  return found;
}

function isGuarded(css: string, node: CssNode, { atrule, block }: WalkContext): boolean {
  if (node.type === 'Atrule' && node.name === 'supports') {
    return !/^\s*not\b/u.test(css.slice(node.prelude?.loc?.start.offset));
  }
  if (node.type === 'AtrulePrelude') return atrule?.name === 'supports';
  if (node.type !== 'Declaration' || !block) return false;
  const old = `-webkit-${node.property}`;
  return block.children.some((other) => other.type === 'Declaration' && other.property === old);
}

/** Where in MDN’s data that stands which a node is; several places when it may be there under several keys. */
function keysOf(node: CssNode, { rule, atrule, declaration }: WalkContext): string[][] {
  switch (node.type) {
    case 'Atrule':
      return [atRule(node.name), ...(atrule ? [atRule(atrule.name, `at_${node.name}`)] : [])];
    case 'Feature':
      return [atRule('media', node.name.replace(/^(?:min|max)-/u, ''))];
    case 'FeatureRange':
      return [atRule('media', 'range_syntax')];
    case 'Declaration':
      return [rule ? property(node) : atRule(atrule?.name ?? '', node.property)];
    case 'Identifier':
      return declaration ? [[...property(declaration), node.name]] : [];
    case 'Function':
      return keysOfFunction(node.name, node.children.first);
    case 'Dimension':
      return [['css', 'types', 'length', keyOfUnit(node.unit)]];
    default:
      return keysOfSelector(node);
  }
}

function keysOfSelector(node: CssNode): string[][] {
  switch (node.type) {
    case 'NestingSelector':
      return [['css', 'selectors', 'nesting']];
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return [['css', 'selectors', node.name]];
    case 'Nth':
      return node.selector ? [['css', 'selectors', 'nth-child', 'of_syntax']] : [];
    default:
      return [];
  }
}

const atRule = (...keys: string[]) => ['css', 'at-rules', ...keys];
const property = ({ property: name }: Declaration) => ['css', 'properties', name];

/** A function, and of a colour that is made from another (`rgb(from …)`) that way of writing. */
function keysOfFunction(name: string, first: CssNode | null): string[][] {
  const keys = functions.get(name);
  if (!keys) return [];
  const isRelative = first?.type === 'Identifier' && first.name === 'from';
  return [keys, ...(isRelative ? [[...keys, 'relative_syntax']] : [])];
}

function keyOfUnit(unit: string): string {
  return UNIT_GROUPS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;
}
