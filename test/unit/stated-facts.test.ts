/** Facts of a sidecar: they fill what the text leaves open, are told apart from what it says, and never replace it. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { sidecarText } from '../../src/cli/add/sidecar-text.ts';
import { noticeList } from '../../src/records/api.ts';
import { guideOf } from '../../src/exports/bulk-zip/guide.ts';
import { csvOf } from '../../src/exports/csv/csv.ts';
import { noticeFeed } from '../../src/metadata/feeds.ts';
import { FORMATS } from '../../src/exports/formats.ts';
import { recordOf } from '../../src/records/notice-record.ts';
import { legislationOf } from '../../src/metadata/jsonld/legislation.ts';
import { llmsOf } from '../../src/metadata/llms.ts';
import { noticeMeta } from '../../src/metadata/metadata.ts';
import { siteFrom } from '../../src/model/site.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { render } from '../../src/pipeline/render/render.ts';
import { gbt7714 } from '../../src/citation/gbt7714.ts';
import { bibtex, ris } from '../../src/citation/bibliography-formats.ts';
import { formalName, noticeReference } from '../../src/citation/reference.ts';
import { suppliedNote } from '../../src/citation/supplied-note.ts';
import { packedOf, unpack } from '../../src/search/query/notice-text.ts';
import { cellsOf } from '../support/exported.ts';
import { complaintsOf, schemaIsMissing } from '../support/akoma-ntoso.ts';

/** Neither title nor number, neither signature nor date. */
const BARE = '一、加强保护\n\n（一）快速维权。建立机制。\n';
/** All of them. */
const FULL =
  '云州市知识产权局关于做好工作的通知\n\n云知〔2024〕1号\n\n各县区、各单位：\n\n一、加强保护。认真贯彻云知〔2023〕9号文件。\n\n云州市知识产权局\n\n2024年3月5日\n\n云州市知识产权局办公室 2024年3月6日印发\n';
const FACTS = `facts:
  title: { value: 开封市知识产权局关于做好知识产权保护工作的通知, by: 甲登记簿 }
  number: { value: 云知 〔２０２３〕９号, by: 甲登记簿 }
  issuer: { value: 开封市知识产权局, by: 乙 & <b>丙</b>, note: 电话核实 }
  addressees: { value: [ 各县区人民政府, 市直各单位 ], by: 甲登记簿 }
  date: { value: 2023-03-05, by: 甲登记簿 }
  issued: { value: 2023-03, by: 甲登记簿 }
`;

function archiveOf(...seeds: [text: string, sidecar?: string | undefined][]): Archive {
  return pipeline(
    seeds.map(([text, sidecar], at) => ({
      path: `seeds/case-${at}.txt`,
      bytes: new TextEncoder().encode(text),
      sidecar:
        sidecar === undefined
          ? undefined
          : new VFile({ path: `seeds/case-${at}.txt.yaml`, value: sidecar }),
    })),
  );
}

function finishedOf(text: string, sidecar?: string): Archive['notices'][number] {
  return archiveOf([text, sidecar]).notices[0]!;
}

function messagesOf(text: string, sidecar: string): string[] {
  return archiveOf([text, sidecar])
    .files.filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ messages }) => messages)
    .map(
      ({ line, column, ruleId, fatal, reason }) =>
        `${String(line)}:${String(column)} ${ruleId ?? ''}${fatal === true ? '' : ' (no error)'} ${reason}`,
    );
}

const stated = finishedOf(BARE, FACTS);
const record = recordOf(stated);

describe('what the text leaves open', () => {
  test('is filled, and what follows from it; who says so stands beside', () => {
    expect(record).toMatchObject({
      title: '开封市知识产权局关于做好知识产权保护工作的通知',
      number: '云知〔2023〕9号',
      year: 2023,
      issuer: '开封市知识产权局',
      addressees: ['各县区人民政府', '市直各单位'],
      date: '2023-03-05',
      issued: '2023-03',
      city: '开封',
      kind: '通知',
      masthead: null,
      enclosure: null,
    });
    const book = { by: '甲登记簿', note: null };
    const phone = { by: '乙 & <b>丙</b>', note: '电话核实' };
    expect(record.stated).toEqual({
      ...{ title: book, number: book, issuer: phone, addressees: book, date: book, issued: book },
      ...{ year: book, city: phone, kind: book },
    });
    expect(Object.values(record.sources)).toEqual(Object.values(record.sources).map(() => null));
  });

  test('gives no address: that is the file’s, or the id of the sidecar', () => {
    expect(record.id).toBe('case-0');
    expect(recordOf(finishedOf(BARE, `id: yz-2023-9\n${FACTS}`)).id).toBe('yz-2023-9');
  });

  test('is no longer asked for', () => {
    const asked = ({ messages }: { messages: { ruleId: string }[] }) =>
      messages.map(({ ruleId }) => ruleId);
    expect(asked(recordOf(finishedOf(BARE)))).toEqual(expect.arrayContaining(['title', 'date']));
    expect(asked(record)).not.toContain('title');
    expect(asked(record)).not.toContain('date');
  });

  test('is what others cite it by', () => {
    const { notices } = archiveOf([BARE, FACTS], [FULL]);
    const cited = recordOf(notices[1]!).citations.filter(({ number }) => number !== null);
    expect(cited.map(({ works }) => works)).toContainEqual(['case-0']);
  });

  test('need not be stated: nothing is said then', () => {
    const { stated: none, ...rest } = recordOf(finishedOf(FULL));
    expect(none).toEqual({});
    expect(rest).toMatchObject({ date: '2024-03-05', original: null, source: null, licence: null });
    expect(packedOf({ stated: none, ...rest })).not.toHaveProperty('stated');
    expect(render(finishedOf(FULL))).not.toContain('stated');
  });

  test('a stated day of printing is not the imprint’s', () => {
    const text = `${BARE}\n抄送：各县区。\n`;
    expect(recordOf(finishedOf(text, FACTS))).toMatchObject({
      issued: '2023-03',
      imprint: { text: '抄送：各县区。', date: null },
    });
  });
});

describe('what the text says itself', () => {
  const fact = (name: string, value: string) => `facts:\n  ${name}: { value: ${value}, by: 登记簿 }\n`; // prettier-ignore

  test.each([
    ['title', '云州市知识产权局关于做好其他工作的通知', 1],
    ['number', '云知〔2024〕2号', 3],
    ['issuer', '云州市人民政府', 9],
    ['addressees', '[ 各县区 ]', 5],
    ['date', '2024-03-06', 11],
    ['issued', '2024-03-07', 13],
    ['kind', '意见', 1],
  ])('%s cannot be stated otherwise', (name, value, line) => {
    const [message, ...more] = messagesOf(FULL, fact(name, value));
    expect(message).toContain(
      `2:${name.length + 14} fact-stated Line ${line} of the seed gives the ${name} itself`,
    );
    expect(message).toContain(`原文第 ${line} 行已写明此项`);
    expect(more).toEqual([]);
    expect(recordOf(finishedOf(FULL, fact(name, value))).stated).toEqual({});
  });

  test('nor the city that follows from the issuer', () => {
    const text = FULL.replaceAll('云州市', '开封市');
    expect(messagesOf(text, fact('city', '济源'))[0]).toMatch(/^2:18 fact-stated Line 9 /);
    // 云州 is no place that anybody can derive
    expect(recordOf(finishedOf(FULL, fact('city', '济源')))).toMatchObject({
      city: '济源',
      stated: { city: { by: '登记簿' } },
    });
  });

  test('a fact that says the same is needless, and no more', () => {
    expect(messagesOf(FULL, fact('number', '云知 〔2024〕1号'))).toEqual([
      expect.stringMatching(/^2:20 fact-stated \(no error\) /),
    ]);
  });
});

test('what npm run add proposes in comments is taken once it is filled in', () => {
  const proposed = sidecarText(recordOf(finishedOf(BARE)), null) ?? '';
  const value = proposed.replace(/^# (facts:| {2}(?:title|number|issuer|date): )/gm, '$1');
  expect(messagesOf(BARE, value)).toHaveLength(8);
  const filled = ['云州市知识产权局关于做好工作的通知', '云知〔2024〕1号', '云州市知识产权局', '2024-03-05']; // prettier-ignore
  const facts = filled.reduce(
    (text, fact) => text.replace(/value: 〈[^〉]*〉/, `value: ${fact}`),
    value.replaceAll(/by: 〈[^〉]*〉/g, 'by: 收文登记簿'),
  );
  expect(messagesOf(BARE, facts)).toEqual([]);
  const { stated } = recordOf(finishedOf(BARE, facts));
  expect(Object.keys(stated)).toEqual(
    expect.arrayContaining(['title', 'number', 'issuer', 'date', 'year']),
  );
  expect(sidecarText(recordOf(finishedOf(FULL)), null) ?? '').not.toContain('facts');
});

test.each([
  ['no such day', 'date: { value: 2023-02-30, by: 甲 }', '2:18 sidecar-schema “value” is not right: the calendar has no such day'], // prettier-ignore
  ['a day in other words', 'date: { value: 2023年3月5日, by: 甲 }', '2:18 sidecar-schema “value” should be a date'], // prettier-ignore
  ['a number', 'date: { value: 2023, by: 甲 }', '2:18 sidecar-schema “value” should be a text'],
  ['nobody', 'date: { value: 2023-03-05 }', '2:9 sidecar-schema “by” should be a text'],
  ['a value alone', 'date: 2023-03-05', '2:9 sidecar-schema “date” should be a group of keys'],
  ['no document number', 'number: { value: 云知2023, by: 甲 }', '2:20 sidecar-schema “value” is not right: it is no document number'], // prettier-ignore
  ['no city', 'city: { value: 开封市, by: 甲 }', '2:18 sidecar-schema “value” is not right: it is no city'], // prettier-ignore
  ['no genre', 'kind: { value: 文章, by: 甲 }', '2:18 sidecar-schema “value” is not right: it is no genre'], // prettier-ignore
  ['no list', 'addressees: { value: 甲, by: 甲 }', '2:24 sidecar-schema “value” should be a list'],
  ['an unknown fact', 'datum: { value: 甲, by: 甲 }', '2:3 sidecar-schema Unknown key “datum”'],
  ['an unknown key', 'date: { value: 2023-03-05, who: 甲, by: 甲 }', '2:30 sidecar-schema Unknown key “who”'], // prettier-ignore
])('%s is an error', (_, fact, expected) => {
  const messages = messagesOf(BARE, `facts:\n  ${fact}\n`);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(expected);
});

describe('every way to take the notice along', () => {
  const { site } = { site: siteFrom({ SITE: 'https://ip.example.cn/wenhao/' }) };

  test('who says what, in one sentence', () => {
    expect(suppliedNote(record.stated)).toBe(
      '标题、发文字号、主送机关、成文日期、印发日期、文种据甲登记簿，原文未标注；发文机关、城市据乙 & <b>丙</b>，原文未标注',
    );
    expect(suppliedNote(record.stated, ['date'])).toBe('成文日期据甲登记簿，原文未标注');
    expect(suppliedNote({})).toBeNull();
    expect(suppliedNote({ date: { by: '甲\n=1+1', note: null } })).toBe(
      '成文日期据甲 =1+1，原文未标注',
    );
  });

  test('the words are those of the seed', () => {
    const plain = recordOf(finishedOf(BARE));
    for (const { extension, write } of FORMATS) {
      if (extension === 'csv') continue;
      const [one, other] = [stated, finishedOf(BARE)].map((each) => write(each, () => false));
      if (extension === 'xml') continue;
      // the Word file too, with its properties
      expect(one).toEqual(other);
    }
    expect(record.outline).toEqual(plain.outline);
  });

  test.skipIf(schemaIsMissing)('Akoma Ntoso is valid and says who', async () => {
    const origin = 'original: { file: a.docm, sha256: ' + 'a'.repeat(64) + ' }\nsource: 甲&乙\nlicence: https://example.cn/l\n'; // prettier-ignore
    const write = FORMATS.find(({ extension }) => extension === 'xml')!.write;
    const xml = write(finishedOf(BARE, FACTS + origin), () => false) as string;
    expect(await complaintsOf({ 'a.xml': xml })).toEqual([]);
    expect(xml).toContain(
      '<FRBRdate date="2023-03-05" name="成文日期（据甲登记簿，原文未标注）"/>',
    );
    expect(xml).toContain('fact="issuer" by="乙 &amp; &lt;b&gt;丙&lt;/b&gt;" note="电话核实"');
    expect(xml).toMatch(/dcterms:source[^>]*>甲&amp;乙</);
    expect(xml).toMatch(/dcterms:rights[^>]*>https:\/\/example\.cn\/l</);
    expect(xml).toContain('/akn/cn/doc/notice/case-0/zho@"');
    expect(write(finishedOf(FULL), () => false)).not.toContain('proprietary');
  });

  test('JSON-LD has a claim for each, source and licence', () => {
    const from = recordOf(finishedOf(BARE, `${FACTS}source: 政府网站\nlicence: https://example.cn/l\n`)); // prettier-ignore
    const data = legislationOf(from, new Map(), site);
    expect(data).toMatchObject({
      legislationDate: '2023-03-05',
      isBasedOn: { '@type': 'CreativeWork', name: '政府网站' },
      license: 'https://example.cn/l',
    });
    expect(data['subjectOf']).toContainEqual({
      '@type': 'Claim',
      name: '成文日期，原文未标注',
      text: '2023-03-05',
      author: { '@type': 'Thing', name: '甲登记簿' },
    });
    const none = legislationOf(recordOf(finishedOf(FULL)), new Map(), site);
    for (const name of ['subjectOf', 'isBasedOn', 'license']) expect(none).not.toHaveProperty(name);
  });

  test('tags, which cannot say who, leave it out; source and rights they can say', () => {
    const text = JSON.stringify(noticeMeta(record, site));
    expect(text).not.toMatch(/2023|开封|PubDate|ArticleTitle/);
    const from = recordOf(finishedOf(FULL, 'source: 政府网站\nlicence: 公有领域\n'));
    expect(noticeMeta(from, site)).toEqual(
      expect.arrayContaining([
        { name: 'DC.source', content: '政府网站' },
        { name: 'DC.rights', content: '公有领域' },
        { name: 'PubDate', content: '2024-03-05' },
      ]),
    );
  });

  test('lists: CSV, feed, llms.txt, the guide of the zip, search', () => {
    const stated = (each: typeof record) => cellsOf(csvOf([each])).map((row) => row[5]);
    expect(stated(record).slice(0, 2)).toEqual([
      'stated',
      '标题、发文字号据甲登记簿，原文未标注；城市据乙 & <b>丙</b>，原文未标注',
    ]);
    expect(stated(recordOf(finishedOf(FULL)))[1]).toBe('');
    const list = noticeList([record]);
    expect(noticeFeed(list, site.address!)).toContain('成文日期、印发日期据甲登记簿，原文未标注');
    expect(llmsOf(list)).toContain('成文日期据甲登记簿，原文未标注');
    expect(guideOf(list, site)).toContain('标题、发文字号据甲登记簿，原文未标注');
    expect(unpack(packedOf(record)).stated).toEqual(record.stated);
    expect(list[0]).toHaveProperty('stated');
    for (const key of ['topics', 'original', 'licence']) expect(list[0]).not.toHaveProperty(key);
  });

  test('references have it in brackets, and files say who', () => {
    const reference = noticeReference(record);
    expect(gbt7714(reference)).toBe(
      '[开封市知识产权局]. [开封市知识产权局关于做好知识产权保护工作的通知]：[云知〔2023〕9号][Z]. [2023-03-05].',
    );
    expect(gbt7714(noticeReference(record, { site: site.address }))).toContain('. （[2023-03-05]）. https://'); // prettier-ignore
    expect(formalName(reference)).toBe(
      '《[开封市知识产权局关于做好知识产权保护工作的通知]》（[云知〔2023〕9号]）',
    );
    const note =
      '标题、发文字号、成文日期据甲登记簿，原文未标注；发文机关据乙 & <b>丙</b>，原文未标注';
    expect(bibtex(reference)).toContain('  year = {[2023-03-05]},\n');
    expect(bibtex(reference)).not.toContain('  date = ');
    expect(bibtex(reference)).toContain(`，${note.replace('&', '\\&')}},`);
    expect(ris(reference)).toContain(`N1  - 成文日期[2023-03-05]；${note}\r\n`);
    expect(ris(reference)).not.toMatch(/^(?:PY|DA)/m);
  });
});
