/** Web pages become the lines that a reader sees. */
import { describe, expect, test } from 'vitest';
import { readFileOf } from '../../src/intake/read-file.ts';

async function textOf(html: string | Uint8Array): Promise<string> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const receipt = await readFileOf('x.html', bytes);
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
  ['<ol><li><p>甲</p><li><p>乙</p></ol>', '1. 甲\n\n2. 乙\n'],
  ['<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>', '1. 甲\na. 乙\n2. 丙\n'],
  ['<div>　　一、甲<br><br>　　乙。<br>&nbsp;&nbsp;（一）丙</div>', '　　一、甲\n\n　　乙。\n\u{A0}\u{A0}（一）丙\n'],
  ['<table><tr><td><table><tr><td>甲</table><td><p>乙</p><p>丙</p></table>', '甲\n\n乙\n\n丙\n'],
  ['<p>H<sub>2</sub>O 知<wbr>识<!-- 注 -->产权</p>', 'H2O 知识产权\n'],
  ['甲\n乙', '甲\n乙\n'],
])('%s', async (html, text) => {
  expect(await textOf(html)).toBe(text);
}); // prettier-ignore

describe('what a reader does not see', () => {
  test('is left out; a remark names what belongs to the site', async () => {
    const html =
      '<title>站名</title><nav>首页</nav><script>a("甲")</script><style>b{}</style><template>丙</template><p hidden>丁</p><p style="color:red; display: none">戊</p><noscript>己</noscript><p>正文</p>';
    const receipt = await readFileOf('x.html', new TextEncoder().encode(html));
    expect(receipt).toMatchObject({ text: '正文\n', remarks: [{ rule: 'html-chrome' }] });
    expect(JSON.stringify(receipt)).toContain('“首页”, “丁”, “戊”');
  });

  test.each([
    ['a menu', '<ul class="top-nav"><li>首页<li>新闻</ul>', '“首页 新闻”'],
    ['where one is', '<div class="crumb">当前位置：<a>首页</a></div>', '“当前位置： 首页”'],
    ['a search', '<form><input>搜索</form>', '“搜索”'],
    ['share buttons', '<div id="share">微信</div>', '“微信”'],
    ['the foot', '<div class="footer"><p>版权所有</p></div>', '“版权所有”'],
    ['LibreOffice’s footer', '<div title="footer"><p>— 1 —</p></div>', '“— 1 —”'],
    ['Word’s footer', '<div style="mso-element:footer"><p>— 1 —</p></div>', '“— 1 —”'],
    ['Word’s comments', '<div style="mso-element:comment-list"><p>批注</p></div>', '“批注”'],
  ])('%s', async (_, furniture, quoted) => {
    const receipt = await readFileOf(
      'x.html',
      new TextEncoder().encode(`${furniture}<p>正文。</p>`),
    );
    expect(receipt).toMatchObject({ text: '正文。\n', remarks: [{ rule: 'html-chrome' }] });
    expect(JSON.stringify(receipt)).toContain(quoted);
  });

  test('what has such a name and holds a sentence is text', async () => {
    expect(await textOf('<form class="search"><p>正文。</p></form>')).toBe('正文。\n');
    expect(await textOf('<div class="position">甲；</div>')).toBe('甲；\n');
    expect(await textOf('<div class="navigator">甲</div>')).toBe('甲\n');
  });

  test.each([
    '<frameset><frame src="a.html"><noframes>本页使用框架</noframes></frameset>',
    '<iframe src="a.html"></iframe>',
    '<div id="app"></div><script>show("正文")</script>',
  ])('a page without text of its own: %s', async (html) => {
    expect(await readFileOf('x.html', new TextEncoder().encode(html))).toMatchObject({
      refusal: { rule: 'refused-framed' },
    });
  });

  test('what Word writes for browsers of its time is not read twice', async () => {
    const list =
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>总体要求<o:p></o:p></p><!--[if gte mso 9]><xml><w>别</w></xml><![endif]-->";
    expect(await textOf(list)).toBe('一、\u{A0}总体要求\n');
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
