import { describe, expect, test } from 'vitest';
import { scriptText } from '../../src/metadata/jsonld/json-ld.ts';
import { legislationOf } from '../../src/metadata/jsonld/legislation.ts';
import { llmsOf } from '../../src/metadata/llms.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import { noticeMeta, pageMeta, workMeta } from '../../src/metadata/metadata.ts';
import { pageData } from '../../src/metadata/jsonld/page.ts';
import { openSearchOf, robotsOf, sitemapOf } from '../../src/metadata/site-files.ts';
import { siteFrom, WrongSetting } from '../../src/model/site.ts';
import type { WorkRecord } from '../../src/model/records/work.ts';
import { workData } from '../../src/metadata/jsonld/work.ts';
import { pipeline } from '../../src/archive/pipeline.ts';

const none = siteFrom({});
const published = siteFrom({ SITE: 'https://ip.example.cn/wenhao', SITE_ID_CODE: '4100000001' });

function recordFrom(text: string) {
  const { notices } = pipeline([{ path: 'seeds/case.txt', bytes: new TextEncoder().encode(text) }]);
  return recordOf(notices[0]!);
}

/** What is said of settings that cannot be meant. */
function refusalOf(settings: Record<string, string>): WrongSetting {
  try {
    siteFrom(settings);
  } catch (error) {
    if (error instanceof WrongSetting) return error;
    throw error;
  }
  throw new Error('taken');
}

const dated = recordFrom(
  '云州市知识产权局关于</script>的通知\n\n云知〔2024〕1号\n\n各单位：\n\n一、甲事\n\n（一）子事要办。\n\n云州市知识产权局\n\n2024年3月1日\n',
);
const bare = recordFrom('没有文号也没有标题的一段话，只有这一句。\n');

const plan: WorkRecord = {
  id: 'plan',
  title: '云州市规划',
  kind: '规划',
  level: 'city',
  issuer: '云州市人民政府',
  number: '云发〔2024〕1号',
  issued: '2024-03',
  url: 'works/plan.html',
  citedBy: [],
  effective: null,
  status: null,
  official: 'https://www.example.cn/plan',
  text: 'none',
  fullText: null,
  relations: [
    { type: 'part-of', work: 'big', title: '大规划', url: 'works/big.html', note: null },
    { type: 'implements', work: 'big', title: '大规划', url: 'works/big.html', note: null },
  ],
  targets: [],
  outline: [],
  summary: '一份规划。',
  note: null,
  evidence: {},
  citations: [],
  related: [],
};

describe('SITE', () => {
  test.each([
    'ip.example.cn',
    'file:///srv/www',
    'https://a.cn/?x=1',
    'https://a.cn/#x',
    '/wenhao',
  ])('%s is refused with a reason', (given) =>
    expect(() => siteFrom({ SITE: given })).toThrow(/SITE is “.*no address of a site/),
  );

  test('with a name or password is refused, and neither is repeated', () => {
    const refused = refusalOf({ SITE: 'https://user:geheim@ex.cn/a/' });
    expect(refused.message).toMatch(/^SITE holds a name or password/u);
    expect(refused.todo).toContain('SITE=https://ex.cn/a/');
    expect(refused.message + refused.todo).not.toMatch(/geheim|user/u);
    expect(() => siteFrom({ SITE: 'https://user@ex.cn/' })).toThrow(/name or password/u);
  });

  test.each([
    ['https://ex.cn/index.html', 'SITE=https://ex.cn/'],
    ['https://ex.cn/a.b/Default.ASPX', 'SITE=https://ex.cn/a.b/'],
  ])('%s is a file: the folder is asked for', (given, instead) => {
    const refused = refusalOf({ SITE: given });
    expect(refused.message).toContain('the address of a file');
    expect(refused.todo.endsWith(instead)).toBe(true);
  });

  test.each(['https://ex.cn/v1.2', 'https://ex.cn/htm'])('%s is a folder', (given) =>
    expect(siteFrom({ SITE: given }).address).toBe(`${given}/`),
  );

  test.each(['4100000001', 'bm01000001'])('SITE_ID_CODE %s is taken', (given) =>
    expect(siteFrom({ SITE_ID_CODE: given }).idCode).toBe(given),
  );

  test.each(['41', '41000000011', '豫ICP备1号', '<b>'])('SITE_ID_CODE %s is refused', (given) =>
    expect(refusalOf({ SITE_ID_CODE: given }).message).toContain(`SITE_ID_CODE is “${given}”`),
  );

  test('gets its slash; empty is not set', () => {
    expect(published.address).toBe('https://ip.example.cn/wenhao/');
    expect(siteFrom({ SITE: '', SITE_ID_CODE: '' })).toEqual(none);
  });
});

describe('the head of a page', () => {
  const page = { path: 'index.html', title: '甲', description: '乙' };
  const names = (metas: { name?: string; property?: string }[]) =>
    metas.map(({ name, property }) => name ?? property);

  test('has no address and no code that nobody gave', () => {
    expect(pageMeta(page, none)).toEqual([{ name: 'SiteName', content: '文号' }]);
    expect(names(pageMeta(page, published))).toEqual(
      expect.arrayContaining(['SiteDomain', 'SiteIDCode', 'og:url']),
    );
  });

  test('names its column: a list with all tags, what belongs to one with two, others not at all', () => {
    const columnOf = (path: string) =>
      pageMeta({ ...page, path }, none)
        .filter(({ name }) => name?.startsWith('Column'))
        .map(({ name, content }) => `${name ?? ''}=${content}`);
    expect(columnOf('works.html')).toEqual([
      'ColumnName=文件库',
      'ColumnType=政策文件',
      'ColumnDescription=乙',
      'ColumnKeywords=纲要,规划,意见,标准,专项行动',
    ]);
    expect(columnOf('works/a.html')).toEqual(['ColumnName=文件库', 'ColumnType=政策文件']);
    expect(columnOf('notices/a.html')).toEqual(['ColumnName=公文', 'ColumnType=政策文件']);
    expect(columnOf('sources/a.html')).toEqual(columnOf('notices/a.html'));
    expect(columnOf('citations.html')).toContain('ColumnName=引用关系');
    expect(columnOf('contents.html')).toContain('ColumnName=条文目录');
    expect(columnOf('about.html')).toContain('ColumnName=关于本站');
    expect(columnOf('index.html')).toEqual([]);
  });

  test('of a work says what is known of it', () => {
    const content = (work: WorkRecord, wanted: string) =>
      workMeta(work, none).find(({ name }) => name === wanted)?.content;
    expect(content(plan, 'DC.identifier')).toBe('云发〔2024〕1号');
    expect(content(plan, 'DCTERMS.issued')).toBe('2024-03');
    expect(content(plan, 'Keywords')).toBe('规划,云发〔2024〕1号');
    expect(content({ ...plan, number: null, issued: null }, 'DCTERMS.issued')).toBeUndefined();
    expect(JSON.stringify(workMeta({ ...plan, number: null, issuer: null }, none))).not.toMatch(
      /undefined|null/,
    );
  });

  test('of a notice says what it carries', () => {
    const metas = noticeMeta(dated, none);
    const content = (wanted: string) => metas.find(({ name }) => name === wanted)?.content;
    expect(content('PubDate')).toBe('2024-03-01');
    expect(content('citation_publication_date')).toBe('2024/03/01');
    expect(content('DC.identifier')).toBe('云知〔2024〕1号');
    expect(content('Url')).toBeUndefined();
    expect(names(noticeMeta(bare, none))).not.toEqual(expect.arrayContaining(['PubDate']));
    expect(JSON.stringify(noticeMeta(bare, published))).not.toMatch(/undefined|null/);
  });
});

describe('JSON-LD', () => {
  test('has the clauses as parts, under the names that are cited', () => {
    const data = legislationOf(dated, new Map(), published);
    expect(data).toMatchObject({
      '@type': 'Legislation',
      '@id': `https://ip.example.cn/wenhao/${dated.url}`,
      legislationIdentifier: '云知〔2024〕1号',
      legislationDate: '2024-03-01',
      legislationPassedBy: { name: '云州市知识产权局' },
      hasPart: [
        {
          '@id': `https://ip.example.cn/wenhao/${dated.url}#s1`,
          legislationIdentifier: '第一部分',
          name: '甲事',
          hasPart: [{ legislationIdentifier: '第一部分第（一）项' }],
        },
      ],
    });
  });

  test('has nothing for what is absent, and cannot end its element', () => {
    const data = legislationOf(bare, new Map(), none);
    expect(Object.keys(data)).not.toContain('legislationDate');
    expect(JSON.stringify(data)).not.toMatch(/undefined|null/);
    const script = scriptText(legislationOf(dated, new Map(), none));
    expect(script).not.toContain('<');
    expect(JSON.parse(script)).toEqual(legislationOf(dated, new Map(), none));
  });
});

describe('JSON-LD of other pages', () => {
  const page = { path: 'index.html', title: '甲', description: '乙' };

  test('the search of the site and its lists have an address or are not named', () => {
    expect(pageData(page, none)).toBeNull();
    expect(pageData(page, published)).toMatchObject({
      '@type': 'WebSite',
      url: 'https://ip.example.cn/wenhao/',
      potentialAction: {
        target: {
          urlTemplate: 'https://ip.example.cn/wenhao/search.html?q={search_term_string}',
        },
      },
    });
    expect(pageData({ ...page, path: 'works.html' }, published)).toMatchObject({
      '@type': 'CollectionPage',
      url: 'https://ip.example.cn/wenhao/works.html',
    });
    expect(pageData({ ...page, path: 'search.html' }, published)).toBeNull();
  });

  test('a work is legislation, another document, or no document at all', () => {
    expect(workData(plan, none)).toMatchObject({
      '@type': 'Legislation',
      '@id': '../works/plan.html',
      legislationIdentifier: '云发〔2024〕1号',
      datePublished: '2024-03',
      isPartOf: [{ name: '大规划', url: '../works/big.html' }],
    });
    expect(workData({ ...plan, kind: '国家标准', level: 'standard' }, published)).toMatchObject({
      '@type': 'CreativeWork',
      '@id': 'https://ip.example.cn/wenhao/works/plan.html',
      identifier: '云发〔2024〕1号',
    });
    expect(workData({ ...plan, level: 'planned' }, none)).toMatchObject({
      '@type': 'CreativeWork',
      creativeWorkStatus: '拟制定',
    });
    expect(workData({ ...plan, kind: '专项行动' }, none)).toBeNull();
    const bare = { ...plan, number: null, issuer: null, issued: null, official: null };
    expect(JSON.stringify(workData(bare, none))).not.toMatch(/undefined|null/);
  });
});

describe('files of a published site', () => {
  const address = published.address!;

  test('robots.txt names the site map only where there is one', () => {
    expect(robotsOf(null)).toBe('User-agent: *\nAllow: /\n');
    expect(robotsOf(address).split('\n')).toContain(
      'Sitemap: https://ip.example.cn/wenhao/sitemap.xml',
    );
  });

  test('site map and search description', () => {
    expect(sitemapOf(['a.html'], address)).toContain(
      '<loc>https://ip.example.cn/wenhao/a.html</loc>',
    );
    expect(openSearchOf(address)).toContain(
      'template="https://ip.example.cn/wenhao/search.html?q={searchTerms}"',
    );
  });
});

test('llms.txt lists the Markdown of every notice', () => {
  const text = llmsOf([dated, bare]);
  for (const { id } of [dated, bare]) expect(text).toContain(`(notices/${id}.md)`);
  expect(text).not.toMatch(/undefined|null/);
});
