import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { correctionFeed, noticeFeed } from '../../src/metadata/feeds.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import type { ErratumRecord, NoticeRecord } from '../../src/model/records/notice.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { project } from '../support/places.ts';

const SITE = 'https://ip.example.cn:8443/wenhao/';
const ATOM = 'http://www.w3.org/2005/Atom';
const archive = pipeline(readSeeds(project)).notices.map(recordOf);
const withDay = archive.filter(({ date, issued }) => (date ?? issued) !== null);

const erratum: ErratumRecord = {
  clause: 's1',
  from: '<b>甲</b>',
  to: '乙',
  applied: false,
  confidence: 'high',
  reason: '形近 & 音同',
  recorded: null,
  source: { line: 9, endLine: 9 },
};

function recordFrom(text: string, errata: ErratumRecord[] = []): NoticeRecord {
  const { notices } = pipeline([{ path: 'seeds/case.txt', bytes: new TextEncoder().encode(text) }]);
  return { ...recordOf(notices[0]!), errata };
}

const DATED =
  '云州市知识产权局关于</script>的通知\n\n云知〔2024〕1号\n\n各单位：\n\n一、甲事\n\n（一）子事要办。\n\n云州市知识产权局\n\n2024年3月1日\n';
const dated = recordFrom(DATED, [erratum]);
const bare = recordFrom('没有文号也没有标题的一段话，只有这一句。\n', [erratum]);

interface Element {
  localName: string | null;
  textContent: string | null;
  getAttribute: (name: string) => string | null;
}

/** The children of an element by name, as RFC 4287 counts them. */
function childrenOf(parent: unknown, name: string): Element[] {
  const { childNodes } = parent as { childNodes: Iterable<Element & { namespaceURI: string }> };
  return Array.from(childNodes).filter(
    (each) => each.localName === name && each.namespaceURI === ATOM,
  );
}

const feedFrom = (xml: string) =>
  new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as Element;
const textOf = (parent: unknown, name: string) => childrenOf(parent, name)[0]?.textContent;
const entriesOf = (xml: string) => childrenOf(feedFrom(xml), 'entry');

/** What RFC 4287 (sections 4.1.1, 4.1.2, 4.2) asks of every feed. */
function expectAtom(xml: string): void {
  const feed = feedFrom(xml);
  const all = [feed, ...childrenOf(feed, 'entry')];
  for (const each of all) {
    for (const name of ['id', 'title', 'updated'])
      expect(childrenOf(each, name), name).toHaveLength(1);
    for (const name of ['content', 'published', 'summary', 'subtitle'])
      expect(childrenOf(each, name).length, name).toBeLessThanOrEqual(1);
    // RFC 4151: an authority without a port, a date, something behind the colon
    expect(textOf(each, 'id')).toMatch(/^tag:[a-z0-9.-]+,\d{4}:[\w./-]+$/u);
    for (const name of ['updated', 'published'])
      for (const time of childrenOf(each, name))
        expect(time.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/u);
    const links = childrenOf(each, 'link');
    for (const link of links) expect(link.getAttribute('href')).toMatch(/^https:\/\/ip\./u);
    expect(links.filter((link) => (link.getAttribute('rel') ?? '') === '')).toHaveLength(1);
    expect(each.textContent).not.toMatch(/undefined|null/u);
  }
  const ids = all.map((each) => textOf(each, 'id'));
  expect(ids).toEqual([...new Set(ids)]);
  expect(childrenOf(feed, 'author')).toHaveLength(1);
  expect(childrenOf(feed, 'link').map((link) => link.getAttribute('rel'))).toContain('self');
  const times = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'updated')!);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(textOf(feed, 'updated')).toBe(times[0]);
}

describe('the feed of notices', () => {
  test('is Atom', () => {
    expectAtom(noticeFeed(archive, SITE)!);
    expect(entriesOf(noticeFeed(archive, SITE)!)).toHaveLength(withDay.length);
  });

  test('has what carries a date, and ids that outlive the address', () => {
    const feed = noticeFeed([bare, dated], SITE)!;
    const [entry, ...others] = entriesOf(feed);
    expect(others).toEqual([]);
    expect(textOf(entry, 'id')).toBe(`tag:ip.example.cn,2023:wenhao/notices/${dated.id}`);
    expect(textOf(entry, 'updated')).toBe('2024-03-01T00:00:00+08:00');
    expect(textOf(entry, 'title')).toBe('云州市知识产权局关于</script>的通知');
    expect(noticeFeed([bare], SITE)).toBeNull();
  });
});

describe('the feed of corrections', () => {
  test('is Atom and has every erratum that has a day', () => {
    const feed = correctionFeed(archive, SITE)!;
    expectAtom(feed);
    // Each of the seeds' errata has a day of recording.
    expect(entriesOf(feed)).toHaveLength(archive.flatMap(({ errata }) => errata).length);
  });

  test('says printed words, probable reading and reason, and leads to the clause', () => {
    const [entry] = entriesOf(correctionFeed([dated], SITE)!);
    expect(textOf(entry, 'title')).toBe('云知〔2024〕1号：“<b>甲</b>”疑为“乙”');
    expect(textOf(entry, 'content')!.split('\n')).toEqual([
      '公文：《云州市知识产权局关于</script>的通知》（云知〔2024〕1号）第一部分',
      '原文：<b>甲</b>',
      '校订：疑为“乙”',
      '理由：形近 & 音同',
      '登记日期：未标注，本条时间取自公文',
    ]);
    expect(childrenOf(entry, 'link')[0]!.getAttribute('href')).toBe(`${SITE}${dated.url}#s1`);
  });

  test.each([
    [null, '“<b>甲</b>”存疑'],
    ['', '“<b>甲</b>”疑衍'],
  ])('to: %j', (to, expected) => {
    const notice = recordFrom(DATED, [{ ...erratum, to, clause: null }]);
    const [entry] = entriesOf(correctionFeed([notice], SITE)!);
    expect(textOf(entry, 'title')).toBe(`云知〔2024〕1号：${expected}`);
    expect(childrenOf(entry, 'link')[0]!.getAttribute('href')).toBe(SITE + dated.url);
  });

  test('takes the day of recording where there is one, and no other for its own', () => {
    const notice = recordFrom(DATED, [erratum, { ...erratum, recorded: '2026-11-21' }]);
    const feed = correctionFeed([notice], SITE)!;
    expectAtom(feed);
    const times = entriesOf(feed).map((entry) => [
      textOf(entry, 'updated')?.slice(0, 10),
      textOf(entry, 'published')?.slice(0, 10),
    ]);
    expect(times).toEqual([
      ['2026-11-21', '2026-11-21'],
      ['2024-03-01', undefined],
    ]);
    expect(textOf(entriesOf(feed)[0], 'content')).not.toContain('未标注');
  });

  test('has no time that nobody wrote down', () => {
    expect(correctionFeed([bare], SITE)).toBeNull();
    expect(correctionFeed([recordFrom(DATED)], SITE)).toBeNull();
  });

  test('an entry keeps its id when others come before it', () => {
    const idsOf = (...errata: ErratumRecord[]) =>
      entriesOf(correctionFeed([recordFrom(DATED, errata)], SITE)!).map((entry) =>
        textOf(entry, 'id'),
      );
    const [alone] = idsOf(erratum);
    const other = { ...erratum, from: '丙', reason: '另一处' };
    expect(idsOf(other, { ...erratum, reason: '改写', to: '丁', clause: 's2' })[1]).toBe(alone);
  });
});
