import { type CssNode, parse, walk } from 'css-tree';
import { isOld, type Newer, newerAt, sinceWhen, tableAt } from './support.ts';

/** The key in MDN’s data of each unit that has one of a group: `dvh` → `viewport_percentage_units_dynamic`. */
const UNIT_GROUPS: [RegExp, string][] = [
  [/^cq(?:w|h|i|b|min|max)$/u, 'container_query_length_units'],
  [/^dv/u, 'viewport_percentage_units_dynamic'],
  [/^lv/u, 'viewport_percentage_units_large'],
  [/^sv/u, 'viewport_percentage_units_small'],
];

/** Functions of values, by name; MDN has them at any depth: `color.color-mix`, `clamp`. */
const functions = new Map<string, string[]>();
collect(['css', 'types']);

function collect(keys: string[]): void {
  for (const [name, feature] of Object.entries(tableAt(...keys))) {
    if (name === '__compat') continue;
    // The older of two of one name is the one that is meant.
    if (isOld(feature) === true || !functions.has(name)) functions.set(name, [...keys, name]);
    collect([...keys, name]);
  }
}

/**
 * What a style sheet uses that the oldest browser lacks: at-rules, media features and their ranges, selectors, nesting,
 * properties, their keywords, functions, units. What stands in `@supports (…)` is left out, because a browser that
 * lacks it passes over it; what stands in `@supports not` is not.
 *
 * @param css as it is shipped
 */
export function newerInStyles(css: string): Newer[] {
  const found: Newer[] = [];
  const sheet = parse(css, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, offset }) => found.push({ feature: 'syntax', offset, reason: message }),
  });
  walk(sheet, function visit(node) {
    if (node.type === 'Atrule' && isGuard(css, node)) return walk.skip;
    const { rule, atrule, declaration } = this;
    const offset = node.loc?.start.offset ?? 0;
    const at = (...keys: string[]) => found.push(...newerAt(offset, 'css', ...keys));
    switch (node.type) {
      case 'Atrule':
        at('at-rules', node.name);
        // Margin boxes: `at_bottom-right`.
        if (atrule) at('at-rules', atrule.name, `at_${node.name}`);
        break;
      case 'Rule':
        if (rule && rule !== node) at('selectors', 'nesting');
        break;
      case 'Feature':
        at('at-rules', 'media', node.name.replace(/^(?:min|max)-/u, ''));
        break;
      case 'FeatureRange':
        at('at-rules', 'media', 'range_syntax');
        break;
      case 'NestingSelector':
        at('selectors', 'nesting');
        break;
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        at('selectors', node.name);
        break;
      case 'Nth':
        if (node.selector) at('selectors', 'nth-child', 'of_syntax');
        break;
      case 'Declaration':
        if (atrule && !rule) at('at-rules', atrule.name, node.property);
        else if (at('properties', node.property) > count || isPrefixed(node, block)) return walk.skip;
        break;
      case 'Identifier':
        if (declaration) at('properties', declaration.property, node.name);
        break;
      case 'Function':
        found.push(...newerAt(offset, ...(functions.get(node.name) ?? ['css'])));
        break;
      case 'Dimension':
        at('types', 'length', keyOfUnit(node.unit));
        break;
    }
    return undefined;
  });
  return found;
}

function isGuard(css: string, { name, prelude }: Extract<CssNode, { type: 'Atrule' }>): boolean {
  if (name !== 'supports' || !prelude?.loc) return false;
  return !/^\s*not\b/u.test(css.slice(prelude.loc.start.offset, prelude.loc.end.offset));
}

function keyOfUnit(unit: string): string {
  return UNIT_GROUPS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;
}
