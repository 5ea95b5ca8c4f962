import { createHash } from 'node:crypto';
import {
  attributeOf,
  type Element,
  elementsOf,
  type Page,
  elementText,
} from '../../src/publish/verify/html.ts';

/** The attributes whose value a browser takes for an address. */
const ADDRESSES = [
  'href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'ping',
];
/** Elements that load or hold something of others; no page has any use for them. */
const STRANGERS = ['base', 'embed', 'frame', 'iframe', 'img', 'object', 'portal', 'template'];

/**
 * What on a page its Content-Security-Policy (CSP 3) must not need to catch, and what of it lets too much pass.
 *
 * @returns one phrase each; none for a page as it should be
 */
export function policyProblems(page: Page): string[] {
  const elements = [...elementsOf(page.document)];
  return [...problemsOfPolicy(elements), ...elements.flatMap(problemsOfElement)];
}

function problemsOfPolicy(elements: readonly Element[]): string[] {
  const at = elements.findIndex(
    (element) => attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const policy = attributeOf(elements[at] ?? elements[0]!, 'content');
  if (at === -1 || policy === undefined) return ['has no policy'];
  const directives = new Map(
    policy.split(';').map((each) => {
      const [name = '', ...sources] = each.trim().split(/\s+/u);
      return [name, sources] as const;
    }),
  );
  const problems: string[] = [];
  // What stands above the policy is not governed by it.
  const above = elements
    .slice(0, at)
    .filter(({ tagName }) => /^(?:script|style|link)$/u.test(tagName));
  if (above.length > 0) problems.push('something is loaded above the policy');
  for (const name of ['default-src', 'base-uri']) {
    if (directives.get(name)?.join() !== "'none'") problems.push(`${name} is not 'none'`);
  }
  if (directives.get('form-action')?.join() !== "'self'") problems.push('forms lead anywhere');
  for (const source of [...directives.values()].flat()) {
    if (!/^'(?:none|self|sha256-[\w+/]{43}=)'$/u.test(source)) problems.push(`allows ${source}`);
  }
  for (const [tag, directive] of [
    ['script', 'script-src'],
    ['style', 'style-src'],
  ] as const) {
    const inline = elements
      .filter((element) => element.tagName === tag && isCode(element))
      .map(digestOf);
    const allowed = (directives.get(directive) ?? []).filter((source) =>
      source.startsWith("'sha256-"),
    );
    if (inline.toSorted().join() !== allowed.toSorted().join())
      problems.push(`the digests of ${directive} are not those of the inline code`);
  }
  return problems;
}

/** Inline, and more than data. */
function isCode(element: Element): boolean {
  return (
    attributeOf(element, 'src') === undefined &&
    attributeOf(element, 'type') !== 'application/ld+json'
  );
}

function digestOf(element: Element): string {
  return `'sha256-${createHash('sha256').update(elementText(element)).digest('base64')}'`;
}

function problemsOfElement(element: Element): string[] {
  const name = `<${element.tagName}>`;
  return [
    ...(STRANGERS.includes(element.tagName) ? [`has ${name}`] : []),
    ...element.attrs
      .filter((attribute) => /^on|^style$|^srcdoc$/iu.test(attribute.name))
      .map((attribute) => `${name} has ${attribute.name}`),
    ...element.attrs
      .filter((attribute) => ADDRESSES.includes(attribute.name))
      // eslint-disable-next-line no-control-regex -- browsers pass over them in front of a scheme (URL Standard, 4.4)
      .map(({ value }) => value.replaceAll(/[\u0000-\u0020]/gu, ''))
      .filter((value) => /^(?!https?:|mailto:)[a-z][\w+.-]*:/iu.test(value))
      .map((value) => `${name} leads to ${value}`),
    ...problemsOfLeaving(element, name),
  ];
}

/** A link out of the archive says so, to the reader and to the browser; none opens a window. */
function problemsOfLeaving(element: Element, name: string): string[] {
  const problems: string[] = [];
  if (attributeOf(element, 'target') !== undefined) problems.push(`${name} opens a window`);
  const isFollowed = ['a', 'area', 'form'].includes(element.tagName);
  const href = attributeOf(element, 'href') ?? attributeOf(element, 'action') ?? '';
  if (!isFollowed || !/^(?:https?:)?\/\//iu.test(href)) return problems;
  const rel = (attributeOf(element, 'rel') ?? '').split(/\s+/u);
  if (!['noopener', 'noreferrer'].every((word) => rel.includes(word)))
    problems.push(`${href} lacks rel="noopener noreferrer"`);
  if (!elementText(element).includes('站外')) problems.push(`${href} is not marked as leaving`);
  return problems;
}
