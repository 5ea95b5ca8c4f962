/** 待校问题 on the built site: every message of content/messages.json, its line quoted, its place a link. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  attributeOf,
  type Element,
  elementsOf,
  readPage,
  elementText,
} from '../../src/publish/verify/html.ts';
import type { ArchiveMessage } from '../../src/model/records/message.ts';
import { RULES } from '../../src/diagnostics/rules.ts';
import { builtNotices, builtRecord, dist, project } from '../support/places.ts';

const messages = JSON.parse(
  readFileSync(join(project, 'content', 'messages.json'), 'utf8'),
) as ArchiveMessage[];
let all: Element[];
let cards: Element[];

beforeAll(async () => {
  const page = await readPage(dist, 'messages.html');
  all = [...elementsOf(page.document)];
  cards = all.filter((each) => attributeOf(each, 'data-message-card') !== undefined);
});

const linksIn = (element: Element) =>
  [...elementsOf(element)].map((each) => attributeOf(each, 'href')).filter((href) => href);

test('the page shows them all, with rule and severity for the filter', () => {
  const shown = cards.map((card) => [attributeOf(card, 'data-rule'), attributeOf(card, 'data-severity')]); // prettier-ignore
  const told = messages.map(({ ruleId, severity }) => [ruleId, severity]);
  expect(shown.sort()).toEqual(told.sort());
});

test('each leads to its line of the seed and to what its rule means', () => {
  const ids = new Set(all.map((each) => attributeOf(each, 'id')));
  const wanted = new Set(messages.map(({ notice, line }) => `./sources/${notice ?? ''}.html#L${line ?? ''}`)); // prettier-ignore
  for (const card of cards) {
    const [source = '', rule = ''] = linksIn(card);
    expect([...wanted]).toContain(source);
    expect(ids).toContain(rule.slice(1));
  }
});

test('the page says what every rule means, in Chinese', () => {
  for (const [id, { meaning }] of Object.entries(RULES)) {
    const row = all.find((each) => attributeOf(each, 'id') === `rule-${id}`);
    expect(row && elementText(row), id).toContain(meaning.zh);
  }
});

describe('the page of a notice', () => {
  const withMessages = builtNotices().filter(({ id }) => builtRecord(id).messages.length > 0);

  test.each(withMessages)('$id leads to its own', async ({ id, url }) => {
    const { document } = await readPage(dist, url);
    const link = [...elementsOf(document)].find(
      (each) => attributeOf(each, 'href') === `../messages.html#notice-${id}`,
    );
    expect(link).toBeDefined();
    expect(all.map((each) => attributeOf(each, 'id'))).toContain(`notice-${id}`);
  });
});
