import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Engine } from 'citeproc';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/records/notice-record.ts';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { formalClauseName } from '../../src/citation/clause-name.ts';
import { type CslItem, bibtex, cslItem, ris } from '../../src/citation/bibliography-formats.ts';
import { type Edition, gbt7714 } from '../../src/citation/gbt7714.ts';
import { hanNumeral } from '../../src/citation/han-numeral.ts';
import { REFERENCE_FILES } from '../../src/citation/reference-files.ts';
import {
  clauseReference,
  formalName,
  noticeReference,
  type Reference,
} from '../../src/citation/reference.ts';
import { parseNumeral } from '../../src/notation/numerals.ts';
import { nodesOf, project } from '../support/places.ts';
import { standard } from '../support/standards.ts';

const records = pipeline(readSeeds(project)).notices.map(recordOf);
const byNumber = (number: string) => records.find((record) => record.number === number)!;

function recordFrom(body: string): NoticeRecord {
  const text = `云州市知识产权局关于做好工作的通知\n\n云知〔2024〕1号\n\n各单位：\n\n${body}\n`;
  const { notices } = pipeline([{ path: 'seeds/case.txt', bytes: new TextEncoder().encode(text) }]);
  return recordOf(notices[0]!);
}

describe('the name of a clause', () => {
  test.each([
    ['济管市监〔2023〕17号', 's1-1', '第一部分第（一）项'],
    ['济管市监〔2023〕17号', 'letter-p1', '通知正文第1段'],
    ['汴知战联办〔2023〕4号', 's1-2', '第一部分第2条'],
    ['济管市监〔2021〕105号', 's1-2-p2', '第一部分第（二）项第2段'],
    ['安知战联〔2023〕3号', 's2-1-1', '第二部分第（一）项第1条'],
    ['安知战联〔2023〕3号', 'signature', '发文机关署名'],
    ['漯知战联办〔2022〕1号', 's2-6', '第二部分第（六）项'],
  ])('%s %s: %s', (number, id, name) => {
    expect(formalClauseName(byNumber(number).outline, id)).toBe(name);
  });

  test('of a law', () => {
    const { outline } = recordFrom(
      '第一章 总则\n\n第一条 为了甲，制定本办法。\n\n第二条 有下列情形之一的：\n\n（一）甲；\n\n1.子；\n\n（二）乙。\n\n第三条 甲事。\n\n乙事包括：\n\n（一）丙。\n\n第四条 甲事应当按照规定办理，乙事另行规定。\n\n乙事从简。',
    );
    const names = nodesOf(outline).map(({ id }) => [id, formalClauseName(outline, id)]);
    expect(Object.fromEntries(names)).toMatchObject({
      c1: '第一章',
      a1: '第一条',
      'a2-1': '第二条第（一）项',
      'a2-1-1': '第二条第（一）项第1目',
      'a3-1': '第三条第二款第（一）项',
    });
    expect(formalClauseName(outline, 'a4-p2')).toBe('第四条第二款');
  });

  test('of a place that is not there is null', () => {
    expect(formalClauseName(byNumber('济管市监〔2023〕17号').outline, 's99')).toBeNull();
  });

  test('is there for every address of the archive, and no two clauses of a notice share one', () => {
    for (const { id, outline } of records) {
      const names = nodesOf(outline).map((node) => formalClauseName(outline, node.id));
      expect(
        names.filter((name) => !name),
        id,
      ).toEqual([]);
      expect(
        names.filter((name, at) => names.indexOf(name) !== at),
        id,
      ).toEqual([]);
    }
  });
});

test('Chinese numerals come back', () => {
  for (let value = 1; value < 100; value++) expect(parseNumeral(hanNumeral(value))).toBe(value);
});

describe('the formal name', () => {
  test('of a clause', () => {
    const reference = clauseReference(byNumber('漯知战联办〔2022〕1号'), 's2-6')!;
    expect(formalName(reference)).toBe(
      '《关于印发〈2022年漯河市知识产权工作要点〉的通知》（漯知战联办〔2022〕1号）第二部分第（六）项',
    );
  });

  test('without number or title', () => {
    const reference = noticeReference({ ...byNumber('漯知战联办〔2022〕1号'), number: null });
    expect(formalName(reference)).toBe('《关于印发〈2022年漯河市知识产权工作要点〉的通知》');
    expect(formalName({ ...reference, title: null, number: '漯知战联办〔2022〕1号' })).toBe(
      '漯知战联办〔2022〕1号',
    );
    const bare = {
      ...byNumber('漯知战联办〔2022〕1号'),
      title: null,
      enclosure: null,
      number: null,
    };
    expect(formalName(clauseReference(bare, 's2-6')!)).toBe(
      '标题未标注公文（lzzlb-2022-1）第二部分第（六）项',
    );
    expect(formalName({ ...reference, title: '转发《关于〈深入《实施》〉的通知》' })).toBe(
      '《转发〈关于《深入〈实施〉》的通知〉》',
    );
  });
});

const circumstances = { site: 'https://ip.example.cn/wenhao', accessed: '2026-11-21' };

describe('GB/T 7714', () => {
  test('for a notice', () => {
    const record = byNumber('安知战联〔2023〕3号');
    expect(gbt7714(noticeReference(record, circumstances))).toBe(
      '安阳市知识产权战略实施工作联席会议办公室. 关于印发《安阳市知识产权强市建设纲要（2021-2035年）及“十四五”知识产权发展规划年度推进方案（2023年度）》的通知：安知战联〔2023〕3号[EB/OL]. （2023-03-05）[2026-11-21]. https://ip.example.cn/wenhao/notices/azzl-2023-3.html.',
    );
  });

  test.each(['2025', '2015'] as const)('%s says nothing that is not known', (edition) => {
    const bare = {
      id: 'x',
      url: 'notices/x.html',
      title: null,
      number: null,
      issuer: null,
      date: null,
      enclosure: null,
      stated: {},
    };
    expect(gbt7714(noticeReference(bare), edition)).toBe(edition === '2025' ? '[Z].' : '[A].');
  });

  test('a site that is no address is an error', () => {
    expect(() =>
      noticeReference(byNumber('安知战联〔2023〕3号'), { site: 'ip.example.cn' }),
    ).toThrow(TypeError);
  });
});

/** Notices and all their clauses, with and without address, date, author and number. */
const references: Reference[] = records
  .flatMap((record) => {
    const clauses = nodesOf(record.outline).map(({ id }) => id);
    const of = (each: typeof record, where: typeof circumstances | undefined) => [
      noticeReference(each, where),
      ...clauses.map((id) => clauseReference(each, id, where)!),
    ];
    return [
      ...of(record, circumstances),
      ...of(record, undefined),
      ...of({ ...record, date: null, issuer: null }, circumstances).slice(0, 2),
      ...of({ ...record, date: '2023-03', number: null }, undefined).slice(0, 2),
      ...of({ ...record, date: '2023-03', number: null }, circumstances).slice(0, 2),
    ];
  })
  .map((reference, at) => ({ ...reference, key: `${reference.key}-${at}` }));

/** References to notices of which somebody else says all, with and without address. */
const supplied: Reference[] = records
  .flatMap((record) => {
    const said = { by: '登记簿', note: null };
    const stated = { title: said, number: said, issuer: said, date: said };
    return [circumstances, undefined].map((where) => noticeReference({ ...record, stated }, where));
  })
  .map((reference, at) => ({ ...reference, key: `supplied-${at}` }));

/** The terms of a Chinese locale that the styles ask for. */
const LOCALE = `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="zh-CN"><terms>
  <term name="et-al">等</term><term name="volume" form="short">卷</term></terms></locale>`;

describe.each(['2025', '2015'] as const)(
  'the published style of GB/T 7714-%s',
  (edition: Edition) => {
    const style = standard(`china-national-standard-gb-t-7714-${edition}-numeric.csl`);

    test.skipIf(style === undefined)('prints the same', () => {
      const all = [...references, ...supplied];
      const items = new Map(all.map((reference) => [reference.key, cslItem(reference)]));
      const engine = new Engine(
        { retrieveLocale: () => LOCALE, retrieveItem: (id: string) => items.get(id) },
        readFileSync(style!, 'utf8'),
        'zh-CN',
      );
      engine.setOutputFormat('text');
      engine.updateItems([...items.keys()]);
      const printed = engine
        .makeBibliography()[1]
        .map((entry) => entry.trim().replace(/^\[\d+\]\s*/, ''));
      expect(all.map((reference) => gbt7714(reference, edition))).toEqual(printed);
    });
  },
);

describe('files for reference managers', () => {
  const full = clauseReference(byNumber('安知战联〔2023〕3号'), 's2-1-1', circumstances)!;

  test('BibTeX', () => {
    expect(bibtex(full)).toBe(`@misc{azzl-2023-3-s2-1-1,
  author = {{安阳市知识产权战略实施工作联席会议办公室}},
  title = {{关于印发《安阳市知识产权强市建设纲要（2021-2035年）及“十四五”知识产权发展规划年度推进方案（2023年度）》的通知}},
  number = {安知战联〔2023〕3号},
  note = {安知战联〔2023〕3号，第二部分第（一）项第1条},
  year = {2023},
  month = {03},
  date = {2023-03-05},
  url = {https://ip.example.cn/wenhao/notices/azzl-2023-3.html#s2-1-1},
  urldate = {2026-11-21},
  langid = {chinese},
}
`);
    expect(bibtex({ ...full, title: '甲_乙{丙}\\丁' })).toContain(
      '{{甲\\_乙\\{丙\\}\\textbackslash{}丁}}',
    );
  });

  test('RIS', () => {
    expect(ris(full).split('\r\n')).toEqual([
      'TY  - GOVDOC',
      'ID  - azzl-2023-3-s2-1-1',
      'AU  - 安阳市知识产权战略实施工作联席会议办公室',
      'TI  - 关于印发《安阳市知识产权强市建设纲要（2021-2035年）及“十四五”知识产权发展规划年度推进方案（2023年度）》的通知',
      'SN  - 安知战联〔2023〕3号',
      'SE  - 第二部分第（一）项第1条',
      'PY  - 2023',
      'DA  - 2023/03/05',
      'UR  - https://ip.example.cn/wenhao/notices/azzl-2023-3.html#s2-1-1',
      'Y2  - 2026/11/21',
      'LA  - zh-CN',
      'ER  - ',
      '',
    ]);
    expect(ris({ ...full, title: '甲\r\nER  - ' })).toContain('TI  - 甲 ER - \r\n');
  });

  test('leave out what is not known', () => {
    for (const reference of references) {
      const all = bibtex(reference) + ris(reference) + JSON.stringify(cslItem(reference));
      expect(all).not.toMatch(/undefined|null|\{\{\}\}|NaN/);
    }
  });

  /** All that may be in a title and mean something to a reader of these files. */
  const hostile: Reference = {
    ...full,
    title: '甲_乙{丙}\\丁 & 戊#己%庚~辛^壬$癸 ER - @misc{x, 100%',
  };
  const all = [hostile, ...references];

  test('BibTeX is read as it was meant', () => {
    for (const reference of [...all, { ...hostile, author: '甲 and 乙, 丙' }]) {
      const read = readBack(bibtex(reference));
      expect(read.author?.map(({ family }) => family)).toEqual(
        reference.author === null ? undefined : [reference.author],
      );
      expect(read.title).toBe(reference.title ?? undefined);
      expect(read.issued).toEqual(cslItem(reference).issued);
      expect(read.accessed).toEqual(cslItem(reference).accessed);
      expect(read.URL).toBe(reference.url ?? undefined);
      const { number, part } = reference;
      const note = [number, part].filter((each) => each !== null).join('，');
      expect(read.note ?? '').toBe(note);
    }
  });

  test('RIS is read as it was meant', () => {
    for (const reference of all) {
      const read = readBack(ris(reference));
      expect(read.author?.map(({ family }) => family)).toEqual(
        reference.author === null ? undefined : [reference.author],
      );
      expect([read.title, read.number, read.section, read.URL]).toEqual(
        [reference.title, reference.number, reference.part, reference.url].map(
          (each) => each ?? undefined,
        ),
      );
      expect(read.accessed).toEqual(cslItem(reference).accessed);
    }
  });

  test('CSL-JSON is a list, as its schema asks', () => {
    const file = REFERENCE_FILES.find(({ extension }) => extension === 'csl.json')!;
    for (const reference of all)
      expect(JSON.parse(file.write(reference))).toEqual([cslItem(reference)]);
  });

  test('are told apart by their extensions', () => {
    const extensions = REFERENCE_FILES.map(({ extension }) => extension);
    expect(extensions).toEqual([...new Set(extensions)]);
  });
});

/** One entry of a file, as another program reads it. */
function readBack(file: string): Partial<Omit<CslItem, 'author'>> & {
  author?: { family: string }[];
  note?: string;
} {
  const { data } = new Cite(file);
  expect(data).toHaveLength(1);
  return data[0]!;
}
