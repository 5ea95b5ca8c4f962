import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { policyOf } from '../../src/layouts/policy.ts';
import { HEADERS, TYPES } from '../../src/release/servers/http-policy.ts';
import { htaccess } from '../../src/release/servers/apache.ts';
import { deployHtml, deployText } from '../../src/release/servers/deploy.ts';
import { webConfig } from '../../src/release/servers/iis.ts';
import {
  APPLY,
  CHECK_BASE,
  CHECK_UPDATE,
  UNPACK_UPDATE,
  VERIFY,
} from '../../src/release/servers/shell-commands.ts';
import { REFERENCE_FILES } from '../../src/citation/reference-files.ts';
import { FORMATS } from '../../src/exports/formats.ts';

/**
 * What IIS takes, by Microsoft’s configuration reference (system.webServer): for an element its attributes with what
 * they may be, and its children. An attribute or element that is not here makes IIS answer 500.19.
 */
const text = /^[^]+$/u;
const yes = /^(?:true|false)$/u;
const whole = /^\d+$/u;
const timeSpan = /^(?:\d+\.)?\d{2}:\d{2}:\d{2}$/u;

interface Rule {
  attributes?: Record<string, RegExp>;
  required?: string[];
  children?: Record<string, Rule>;
  /** Of a collection: what tells one entry from another, by the name of the adding element. */
  keys?: Record<string, string[]>;
}

const clear: Rule = {};

const webServer: Rule = {
  children: {
    defaultDocument: {
      attributes: { enabled: yes },
      children: {
        files: {
          children: {
            clear,
            add: { attributes: { value: text }, required: ['value'] },
            remove: { attributes: { value: text }, required: ['value'] },
          },
          keys: { add: ['value'] },
        },
      },
    },
    staticContent: {
      attributes: { defaultDocFooter: text, isDocFooterFileName: yes, enableDocFooter: yes },
      children: {
        clear,
        clientCache: {
          attributes: {
            cacheControlMode: /^(?:NoControl|DisableCache|UseMaxAge|UseExpires)$/u,
            cacheControlMaxAge: timeSpan,
            cacheControlCustom: text,
            httpExpires: text,
            setEtag: yes,
          },
        },
        mimeMap: {
          attributes: { fileExtension: /^\.\w+$/u, mimeType: /^[a-z]+\/[\w.+-]+(?:; \S+)?$/u },
          required: ['fileExtension', 'mimeType'],
        },
        remove: { attributes: { fileExtension: /^\.\w+$/u }, required: ['fileExtension'] },
      },
      keys: { mimeMap: ['fileExtension'] },
    },
    httpProtocol: {
      attributes: { allowKeepAlive: yes },
      children: {
        customHeaders: {
          children: {
            clear,
            add: { attributes: { name: text, value: text }, required: ['name'] },
            remove: { attributes: { name: text }, required: ['name'] },
          },
          keys: { add: ['name'] },
        },
      },
    },
    httpErrors: {
      // defaultPath and allowAbsolutePathsWhenDelegated are locked for sites
      attributes: {
        errorMode: /^(?:DetailedLocalOnly|Custom|Detailed)$/u,
        existingResponse: /^(?:Auto|Replace|PassThrough)$/u,
        defaultResponseMode: /^(?:File|ExecuteURL|Redirect)$/u,
      },
      children: {
        clear,
        error: {
          attributes: {
            statusCode: whole,
            subStatusCode: /^-?\d+$/u,
            path: /^(?!\/|[A-Za-z]:)[^]+$/u,
            prefixLanguageFilePath: text,
            responseMode: /^(?:File|ExecuteURL|Redirect)$/u,
          },
          required: ['statusCode', 'path'],
        },
        remove: {
          attributes: { statusCode: whole, subStatusCode: /^-?\d+$/u },
          required: ['statusCode'],
        },
      },
      keys: { error: ['statusCode', 'subStatusCode'] },
    },
    security: {
      children: {
        requestFiltering: {
          attributes: { allowDoubleEscaping: yes, allowHighBitCharacters: yes },
          children: {
            requestLimits: {
              attributes: { maxAllowedContentLength: whole, maxUrl: whole, maxQueryString: whole },
            },
          },
        },
      },
    },
  },
};

const root: Rule = {
  children: {
    'system.webServer': webServer,
    location: {
      attributes: { path: text, overrideMode: /^(?:Allow|Deny|Inherit)$/u },
      children: { 'system.webServer': webServer },
    },
  },
};

function childrenOf(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** Everything in an element that the rules do not know, with where it stands. */
function wrongIn(element: Element, rule: Rule, where: string): string[] {
  const attributes = Array.from(element.attributes);
  const names = attributes.map(({ name }) => name);
  const wrong = [
    ...attributes
      .filter(({ name, value }) => !rule.attributes?.[name]?.test(value))
      .map(({ name, value }) => `${where}/@${name} = ${value}`),
    ...(rule.required ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => `${where}/@${name} is missing`),
    ...twiceIn(element, rule).map((key) => `${where}: ${key} without <remove> in front of it`),
  ];
  for (const child of childrenOf(element)) {
    const known = rule.children?.[child.tagName];
    const place = `${where}/${child.tagName}`;
    wrong.push(...(known === undefined ? [`${place} is not known`] : wrongIn(child, known, place)));
  }
  return wrong;
}

/** Entries of a collection that may be there already, in IIS or in the site around, when they are added. */
function twiceIn(element: Element, { keys = {} }: Rule): string[] {
  const free = new Set<string>();
  let isCleared = false;
  const twice: string[] = [];
  for (const child of childrenOf(element)) {
    const attributes = Object.values(keys).flat();
    const key = attributes.map((name) => child.getAttribute(name)?.toLowerCase() ?? '').join(' ');
    if (child.tagName === 'clear') isCleared = true;
    else if (child.tagName === 'remove') free.add(key);
    else if (keys[child.tagName] !== undefined && !isCleared && !free.delete(key)) twice.push(key);
  }
  return twice;
}

function parsed(xml: string): Element {
  const errorHandler = (level: string, message: unknown) => {
    throw new Error(`${level}: ${String(message)}`);
  };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml').documentElement;
}

describe('web.config', () => {
  const configuration = parsed(webConfig());

  test('holds only sections, elements and attributes IIS knows, and nothing twice', () => {
    expect(configuration.tagName).toBe('configuration');
    expect(wrongIn(configuration, root, 'configuration')).toEqual([]);
  });

  test.each([
    [
      '<staticContent><mimeMap fileExtension=".js" mimeType="text/javascript"/></staticContent>',
      '.js',
    ],
    ['<staticContent><clientCache cacheControlMode="Never"/></staticContent>', 'cacheControlMode'],
    ['<httpErrors defaultPath="404.html"/>', 'defaultPath'],
    ['<httpErrors><error statusCode="404" path="C:\\\\404.html"/></httpErrors>', '@path'],
    ['<rewrite/>', 'rewrite is not known'],
  ])('the rules find %s', (section, found) => {
    const wrong = parsed(
      `<configuration><system.webServer>${section}</system.webServer></configuration>`,
    );
    expect(wrongIn(wrong, root, 'configuration').join('\n')).toContain(found);
  });

  test('names the type of every kind of file', () => {
    const maps = Array.from(configuration.getElementsByTagName('mimeMap'), (map) => [
      map.getAttribute('fileExtension')?.slice(1),
      map.getAttribute('mimeType'),
    ]);
    expect(Object.fromEntries(maps)).toEqual(TYPES);
  });
});

test('types are those that the site’s own formats have', () => {
  for (const { extension, type } of [...FORMATS, ...REFERENCE_FILES]) {
    // one ending for several kinds of XML and JSON
    const plain = type.replace(/\w[\w.]*\+(xml|json)/u, '$1');
    expect(TYPES[extension.replace(/^.*\./u, '')], extension).toBe(plain);
  }
});

test('the servers’ policy takes nothing away from the pages’ own', () => {
  const directives = (policy: string) =>
    new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]));
  const page = directives(policyOf());
  const server = directives(new Map(HEADERS).get('Content-Security-Policy') ?? '');
  expect(server.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  server.delete('frame-ancestors');
  expect(server.size).toBeGreaterThan(2);
  for (const [name, directive] of server) expect(page.get(name)).toBe(directive);
});

test('.htaccess has only directives that AllowOverride FileInfo allows', () => {
  const fileInfo =
    /^(?:AddDefaultCharset|AddEncoding|AddType|ErrorDocument|Header|RemoveLanguage|RemoveType|Rewrite(?:Engine|Cond|Rule)|<\/?IfModule)\b/u;
  const lines = htaccess()
    .split('\n')
    .map((line) => line.trim());
  expect(
    lines.filter((line) => line !== '' && !line.startsWith('#') && !fileInfo.test(line)),
  ).toEqual([]);
});

describe('部署说明', () => {
  const steps = [VERIFY, UNPACK_UPDATE, CHECK_UPDATE, CHECK_BASE, APPLY];
  const lines = steps.flatMap(({ posix, windows }) => [...posix, ...windows]);

  test('has every line in both forms', () => {
    const html = deployHtml()
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    for (const line of lines) {
      expect(html).toContain(line);
      expect(deployText()).toContain(line);
    }
    for (const server of ['nginx', 'Apache', 'IIS', 'Caddy', 'U 盘'])
      expect(html).toContain(server);
  });

  test('tells how to check a signature, here and of an update before it is copied', () => {
    const text = deployText();
    const checks = [...text.matchAll(/ssh-keygen -Y verify .* < (\S+)/gu)].map(([, list]) => list);
    expect(checks).toEqual([
      'SHA256SUMS',
      'SHA256SUMS"',
      '../wenhao-update/SHA256SUMS',
      '../wenhao-update/SHA256SUMS"',
    ]);
    expect(text.lastIndexOf('ssh-keygen')).toBeLessThan(text.indexOf(APPLY.posix[0]!));
  });

  test('needs nothing: no script, no link, no picture', () => {
    expect(deployHtml()).not.toMatch(/<script|<link|<img|<a |url\(/u);
  });

  test('is plain for the editors of Windows: marked as UTF-8, lines ending in CR LF', () => {
    expect(deployText().startsWith('\uFEFF')).toBe(true);
    expect(deployText()).not.toMatch(/(?<!\r)\n/u);
  });
});
