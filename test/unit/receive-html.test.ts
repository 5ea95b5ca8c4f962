/** Web pages become the lines that a reader sees. */
import { describe, expect, test } from 'vitest';
import { receive } from '../../src/receive/receive.ts';

async function textOf(html: string | Uint8Array): Promise<string> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const receipt = await receive('x.html', bytes);
  if ('refusal' in receipt) throw new Error(receipt.refusal.reason);
  return receipt.text ?? '';
}

test.each([
  ['<p>甲</p><p>乙</p>', '甲\n\n乙\n'],
  ['<div>甲<div>乙</div>丙</div>', '甲\n乙\n丙\n'],
  ['甲<br>乙<br/>丙', '甲\n乙\n丙\n'],
  ['<p>知识\n  产权 &amp; &#x77E5;&nbsp;</p>', '知识 产权 & 知\n'],
  ['<pre>甲\n  乙</pre>', '甲\n  乙\n'],
  ['<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>', '甲\n乙\n丙\n'],
  ['<span>甲</span><b>乙</b>', '甲乙\n'],
  ['<p>&#173;知&#8203;识</p>', '知识\n'],
  ['<ol><li>甲<li>乙</ol>', '1. 甲\n2. 乙\n'],
  ['<ol start=3 style="list-style-type: cjk-ideographic"><li>甲<li value=9>乙</ol>', '三、甲\n九、乙\n'],
  ['<ol style="list-style:none"><li>一、甲</ol>', '一、甲\n'],
  ['<ul><li>甲</ul>', '甲\n'],
])('%s', async (html, text) => {
  expect(await textOf(html)).toBe(text);
}); // prettier-ignore

describe('what a reader does not see', () => {
  test('is left out; a remark names what belongs to the site', async () => {
    const html =
      '<title>站名</title><nav>首页</nav><script>a("甲")</script><style>b{}</style><template>丙</template><p hidden>丁</p><p style="color:red; display: none">戊</p><noscript>己</noscript><p>正文</p>';
    const receipt = await receive('x.html', new TextEncoder().encode(html));
    expect(receipt).toMatchObject({ text: '正文\n', remarks: [{ rule: 'html-chrome' }] });
    expect(JSON.stringify(receipt)).toContain('nav, p');
  });

  test('a page with one main part is that part', async () => {
    expect(await textOf('<header>站名</header><main>正文</main><footer>版权</footer>')).toBe(
      '正文\n',
    );
    expect(await textOf('<main>甲</main><main>乙</main>')).toBe('甲\n乙\n');
  });
});

describe('encodings', () => {
  // 知识产权 in GB 2312
  const gbk = Uint8Array.from([0xd6, 0xaa, 0xca, 0xb6, 0xb2, 0xfa, 0xc8, 0xa8]);
  const page = (charset: string, words: Uint8Array): Uint8Array =>
    Uint8Array.from([...new TextEncoder().encode(`<meta charset="${charset}"><p>`), ...words]);

  test.each(['gb2312', 'utf-8', 'nonsense'])('GBK that says it is %s', async (charset) => {
    expect(await textOf(page(charset, gbk))).toBe('知识产权\n');
  });

  test('UTF-8 that says it is GBK', async () => {
    expect(await textOf(page('gbk', new TextEncoder().encode('知识产权')))).toBe('知识产权\n');
  });

  test('Big5 that says so', async () => {
    // 智慧 in Big5
    expect(await textOf(page('big5', Uint8Array.from([0xb4, 0xbc, 0xbc, 0x7a])))).toBe('智慧\n');
  });
});

test('deep and endless pages are read in one pass', async () => {
  expect(await textOf(`${'<div>'.repeat(20_000)}甲`)).toBe('甲\n');
  const items = 30_000;
  const list = await textOf(`<ol>${'<li>甲'.repeat(items)}</ol>`);
  expect(list.trim().split('\n')).toHaveLength(items);
});
