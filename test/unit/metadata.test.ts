import { describe, expect, test } from 'vitest';
import { legislationOf, scriptText } from '../../src/exports/legislation.ts';
import { llmsOf } from '../../src/exports/llms.ts';
import { recordOf } from '../../src/exports/json.ts';
import { noticeMeta, pageMeta } from '../../src/exports/metadata.ts';
import { openSearchOf, robotsOf, sitemapOf } from '../../src/exports/site-files.ts';
import { siteFrom } from '../../src/exports/site.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';

const none = siteFrom({});
const published = siteFrom({ SITE: 'https://ip.example.cn/wenhao', SITE_ID_CODE: '4100000001' });

function recordFrom(text: string) {
  const { notices } = pipeline([{ path: 'seeds/case.txt', bytes: new TextEncoder().encode(text) }]);
  return recordOf(notices[0]!);
}

const dated = recordFrom(
  '云州市知识产权局关于</script>的通知\n\n云知〔2024〕1号\n\n各单位：\n\n一、甲事\n\n（一）子事要办。\n\n云州市知识产权局\n\n2024年3月1日\n',
);
const bare = recordFrom('没有文号也没有标题的一段话，只有这一句。\n');

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

  test('gets its slash; empty is not set', () => {
    expect(published.address).toBe('https://ip.example.cn/wenhao/');
    expect(siteFrom({ SITE: '', SITE_ID_CODE: '' })).toEqual(none);
  });
});

describe('the head of a page', () => {
  const page = { path: 'notices/x.html', title: '甲', description: '乙' };
  const names = (metas: { name?: string; property?: string }[]) =>
    metas.map(({ name, property }) => name ?? property);

  test('has no address and no code that nobody gave', () => {
    expect(pageMeta(page, none)).toEqual([{ name: 'SiteName', content: '文号' }]);
    expect(names(pageMeta(page, published))).toEqual(
      expect.arrayContaining(['SiteDomain', 'SiteIDCode', 'og:url']),
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
