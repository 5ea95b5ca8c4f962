import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/records/notice-record.ts';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import { workRecords } from '../../src/records/work-record.ts';
import { comparable } from '../../src/notation/normalize/words.ts';
import { textOf } from '../../src/model/text.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';

const WORKS = `
works:
  - { id: cn-outline, title: 知识产权强国建设纲要（2021－2035年）, kind: 纲要, text: none, summary: 国家纲要。, level: national,
      names: [{ text: 强国建设纲要, marked: false }, { text: 知识产权强国战略纲要（2021-2035年）, marked: true, note: 原文如此 }],
      outline: [{ label: 一、, heading: 背景, sections: [{ label: （一）, heading: 形势 }] }] }
  - { id: ha-outline, title: 河南省知识产权强省建设纲要, kind: 纲要, number: 豫发〔2022〕31号, text: none, summary: 省纲要。, level: provincial, names: [{ text: 强省建设纲要, marked: false }] }
  - { id: opinions, title: 关于强化知识产权保护的意见, kind: 意见, text: none, summary: 意见。, level: national }
  - { id: impl, title: 关于强化知识产权保护的实施意见, kind: 意见, text: none, summary: 实施意见。, level: provincial }
  - { id: deep, title: 深入实施《关于强化知识产权保护的实施意见》, kind: 计划, text: none, summary: 计划。, level: planned }
  - { id: own-plan, title: 本市保护规划甲, kind: 规划, text: none, summary: 规划。, level: city, names: [{ text: 保护规划, marked: true, in: [yz-2024-1] }] }
  - { id: other-plan, title: 本市保护规划乙, kind: 规划, text: none, summary: 规划。, level: city, names: [{ text: 保护规划, marked: true, in: [yz-2024-2] }] }
phrases:
  - { text: 国家、省级知识产权十四五规划, parts: [{ text: 国家, works: [cn-outline] }, { text: 省级知识产权十四五规划, works: [ha-outline] }] }
  - { text: 上级规划文件, undecided: 未写明哪一级 }
media:
  - { name: 河南日报, names: [河南日报] }
`;

function notice(body: string, serial = 1, title = '云州市知识产权局关于做好工作的通知'): string {
  return `${title}\n\n云知〔2024〕${serial}号\n\n各单位：\n\n${body}\n\n云州市知识产权局\n\n2024年3月1日\n`;
}

function archive(texts: Record<string, string>, sidecars: Record<string, string> = {}): Archive {
  return pipeline(
    Object.entries(texts).map(([name, text]) => ({
      path: `seeds/${name}.txt`,
      bytes: new TextEncoder().encode(text),
      sidecar:
        sidecars[name] === undefined
          ? undefined
          : new VFile({ path: `seeds/${name}.txt.yaml`, value: sidecars[name] }),
    })),
    { works: new VFile({ path: 'seeds/works.yaml', value: WORKS }) },
  );
}

function record(body: string, sidecar?: string): NoticeRecord {
  const { notices, files } = archive(
    { a: notice(body) },
    sidecar === undefined ? {} : { a: sidecar },
  );
  const [finished] = notices;
  if (!finished) throw new Error(files.map(String).join('\n'));
  return recordOf(finished);
}

/** Citations of others. */
function others({ citations }: NoticeRecord): NoticeRecord['citations'] {
  return citations.filter(({ role }) => role !== 'self');
}

/** The same in short: text, works, role. */
function cited(body: string): [string, string[], string][] {
  return others(record(body)).map(({ text, works, role }) => [text, works, role]);
}

function rules(body: string): string[] {
  return record(body).messages.map(({ ruleId }) => ruleId);
}

describe('titles in marks', () => {
  test('all variants of dash, bracket, width and space are one title', () => {
    for (const title of [
      '知识产权强国建设纲要（2021—2035年）',
      '知识产权强国建设纲要(2021-2035 年)',
      '知识产权强国建设纲要（2021～2035年）',
    ]) {
      expect(cited(`根据《${title}》办理。`)).toEqual([
        [`《${title.replaceAll(' ', '')}》`, ['cn-outline'], 'basis'],
      ]);
    }
  });
  test('a title over a line break and a page break', () => {
    const long =
      '一二三四五六七八九十一二三四五六七八九十，一二三四五六七八九十一二三四五六七八九十，一二三四五六七八九十';
    expect(cited(`${long}，贯彻落实《河南省知识产权\n\n— 2 —\n\n强省建设纲要》。`)).toEqual([
      ['《河南省知识产权强省建设纲要》', ['ha-outline'], 'implements'],
    ]);
  });
  test('a title inside a title is a work of its own', () => {
    expect(cited('制定《深入实施〈关于强化知识产权保护的实施意见〉》。')).toEqual([
      ['《深入实施〈关于强化知识产权保护的实施意见〉》', ['deep'], 'planned'],
      ['〈关于强化知识产权保护的实施意见〉', ['impl'], 'implements'],
    ]);
  });
  test('similar titles are two works', () => {
    expect(
      cited('落实《关于强化知识产权保护的意见》和《关于强化知识产权保护的实施意见》。').map(
        ([, works]) => works,
      ),
    ).toEqual([['opinions'], ['impl']]);
  });
  test('a wrong title is linked with its note', () => {
    expect(others(record('落实《知识产权强国战略纲要（2021-2035年）》。'))[0]).toMatchObject({
      works: ['cn-outline'],
      note: '原文如此',
    });
  });
  test('an unknown title is listed with the reason, a newspaper as one', () => {
    expect(
      others(record('印发《某某清单》，刊登于《河南日报》和河南日报。')).map(
        ({ works, role, reason }) => [works, role, reason !== null],
      ),
    ).toEqual([
      [[], 'planned', true],
      [[], 'media', true],
      [[], 'media', true],
    ]);
  });
  test('a name that means one thing here and another there', () => {
    const { notices } = archive({
      a: notice('落实《保护规划》。', 1),
      b: notice('落实《保护规划》。', 2),
      c: notice('落实《保护规划》。', 3),
    });
    expect(notices.map((each) => others(recordOf(each))[0]?.works)).toEqual([
      ['own-plan'],
      ['other-plan'],
      [],
    ]);
  });
  test('a mark that is never closed links nothing by guess', () => {
    expect(rules('落实《关于强化知识产权保护的意见。')).toContain('unclosed-title');
    expect(cited('落实《关于强化知识产权保护的意见。')).toEqual([]);
  });
});

describe('numbers', () => {
  test('behind a title', () => {
    expect(
      others(record('根据《河南省知识产权强省建设纲要》（豫发〔2022〕31 号）。'))[0],
    ).toMatchObject({ number: '豫发〔2022〕31号', works: ['ha-outline'] });
  });
  test('alone, in any brackets', () => {
    expect(cited('按照豫发[2022]31号要求办理。')).toEqual([
      ['豫发[2022]31号', ['ha-outline'], 'basis'],
    ]);
  });
  test('decide where the title is unknown', () => {
    expect(cited('按照《强省纲要》（豫发〔2022〕31号）办理。')).toEqual([
      ['《强省纲要》', ['ha-outline'], 'basis'],
    ]);
  });
  test('that contradict the title leave it undecided', () => {
    const body = '按照《关于强化知识产权保护的意见》（豫发〔2022〕31号）办理。';
    expect(cited(body)).toEqual([['《关于强化知识产权保护的意见》', [], 'undecided']]);
    expect(rules(body)).toContain('title-and-number');
  });
});

describe('running text', () => {
  test('names without marks, the longest first', () => {
    expect(
      cited('推进知识产权强国建设纲要、强省建设纲要落实。').map(([text, works]) => [text, works]),
    ).toEqual([
      ['强国建设纲要', ['cn-outline']],
      ['强省建设纲要', ['ha-outline']],
    ]);
  });
  test('a phrase that cites several works is linked part by part', () => {
    expect(
      cited('落实国家、省级知识产权十四五规划。').map(([text, works]) => [text, works]),
    ).toEqual([
      ['国家', ['cn-outline']],
      ['省级知识产权十四五规划', ['ha-outline']],
    ]);
  });
  test('what cannot be decided is listed, not guessed', () => {
    expect(others(record('落实上级规划文件。'))[0]).toMatchObject({
      works: [],
      role: 'undecided',
      reason: '未写明哪一级',
    });
  });
  test('a short name holds from where it is declared', () => {
    const found = cited(
      '根据《知识产权强国建设纲要（2021—2035年）》（以下简称《纲要》）办理，落实《纲要》。',
    );
    expect(found.map(([text, works]) => [text, works])).toEqual([
      ['《知识产权强国建设纲要（2021—2035年）》', ['cn-outline']],
      ['《纲要》', ['cn-outline']],
      ['《纲要》', ['cn-outline']],
    ]);
    expect(others(record('落实《纲要》。'))[0]).toMatchObject({
      works: [],
      reason: expect.stringContaining('未收录') as string,
    });
  });
});

describe('notices cite notices', () => {
  const first = notice('请落实。', 1, '云州市知识产权局关于开展专利调查的通知');
  test('by title, with or without the issuer, and by number', () => {
    const second = notice('根据《关于开展专利调查的通知》和云知〔2024〕1号要求办理。', 2);
    const [, finished] = archive({ a: first, b: second }).notices;
    expect(finished && others(recordOf(finished)).map(({ works }) => works)).toEqual([
      ['yz-2024-1'],
      ['yz-2024-1'],
    ]);
  });
  test('the full text of an outline is the text of its work', () => {
    const outline = notice(
      '一、背景\n\n（一）形势\n\n形势很好。',
      9,
      '知识产权强国建设纲要（2021—2035年）',
    );
    const library = archive({
      a: notice('落实《知识产权强国建设纲要（2021-2035年）》。', 1),
      b: outline,
    });
    const [work] = workRecords(library);
    expect(work).toMatchObject({
      fullText: 'notices/yz-2024-9.html',
      citedBy: [{ notice: 'yz-2024-1', clause: 'p1' }, {}],
    });
    expect(work?.outline[0]?.sections[0]).toMatchObject({
      id: 's1-1',
      textUrl: 'notices/yz-2024-9.html#s1-1',
    });
  });
});

describe('errata', () => {
  const sidecar = (list: string): string => `errata:\n  apply: high\n  list:\n${list}`;
  test('stand round the printed words, which stay', () => {
    const { notices } = archive(
      { a: notice('组织开发展示区的申报。') },
      {
        a: sidecar(
          '    - { line: 7, from: 开发展示区, to: 开展示范区, confidence: high, class: transcription, reason: 衍“发”脱“范” }',
        ),
      },
    );
    const [finished] = notices;
    expect(finished && recordOf(finished).errata).toMatchObject([
      { clause: 'p1', from: '开发展示区', to: '开展示范区', applied: true },
    ]);
    expect(finished && comparable(textOf(finished.notice))).toContain('组织开发展示区的申报。');
  });
  test('below the threshold they are not applied', () => {
    expect(
      record(
        '助力区经济。',
        sidecar(
          '    - { line: 7, from: 助力区, to: 助力全区, confidence: medium, class: source, reason: 脱字 }',
        ),
      ).errata[0],
    ).toMatchObject({ applied: false });
  });
  test.each([
    ['stands in one other place: found there, with a warning', '助力区', false],
    ['stands nowhere: an error', '助力县', true],
  ])('an erratum that is not where it says %s', (_, from, fatal) => {
    const { files } = archive(
      { a: notice('助力区经济。') },
      {
        a: sidecar(
          `    - { line: 8, from: ${from}, to: 助力全区, confidence: high, class: source, reason: 脱字 }`,
        ),
      },
    );
    const messages = files.find(({ path }) => path.endsWith('.yaml'))?.messages;
    expect(messages).toHaveLength(1);
    expect(messages?.[0]).toMatchObject({ ruleId: 'erratum', fatal, line: 4 });
  });
  test('one that crosses a citation never cuts it', () => {
    const { citations, errata } = record(
      '落实《关于强化知识产权保护的意见》、《某清单》。',
      sidecar(
        '    - { line: 7, from: 》、《, to: 》《, confidence: high, class: punctuation, reason: 顿号可省 }',
      ),
    );
    expect(citations.filter(({ role }) => role !== 'self').map(({ text }) => text)).toEqual([
      '《关于强化知识产权保护的意见》',
      '《某清单》',
    ]);
    expect(errata).toMatchObject([{ from: '》、《', applied: false }]);
  });
});

test('the seeds: every title mark and every number is accounted for', async () => {
  const { archiveRoot, readArchive } = await import('../../src/archive/load.ts');
  const { notices } = readArchive(archiveRoot());
  const records = notices.map(recordOf);
  const printed = notices.map(({ notice }) => textOf(notice)).join('');
  const titles = records.flatMap(({ citations }) =>
    citations.filter(({ text }) => text.includes('《')),
  );
  const marks = (text: string): number => text.split('《').length - 1;
  expect(marks(printed)).toBe(40);
  // a name that holds a title whole is counted with it: its own marks are the title's
  expect(
    titles
      .filter(({ text }) => text.startsWith('《'))
      .reduce((sum, { text }) => sum + marks(text), 0),
  ).toBe(40);
  const numbers = new Set(
    records.flatMap(({ citations }) =>
      citations.flatMap(({ number }) => (number === null ? [] : [number])),
    ),
  );
  expect(numbers.size).toBe(10);
  expect(records.flatMap(({ citations }) => citations)).toHaveLength(119);
});

describe('found by fresh eyes', () => {
  test('a number that nobody knows is listed', () => {
    expect(
      others(record('某政〔2024〕6号同时废止，根据云府发〔2020〕7号办理。')).map(
        ({ text, works, reason }) => [text, works, reason !== null],
      ),
    ).toEqual([
      ['某政〔2024〕6号', [], true],
      ['云府发〔2020〕7号', [], true],
    ]);
  });
  test('a short name declared without marks holds in running text', () => {
    expect(
      cited('根据《知识产权强国建设纲要（2021—2035年）》（以下简称强国纲要），落实强国纲要。').map(
        ([text]) => text,
      ),
    ).toContain('强国纲要');
  });
  test('works that cannot be read bring no other complaint', () => {
    const { files } = pipeline(
      [{ path: 'seeds/a.txt', bytes: new TextEncoder().encode(notice('请落实。')) }],
      {
        works: new VFile({
          path: 'seeds/works.yaml',
          value: 'works:\n  - { id: x, kindd: 纲要 }\n',
        }),
        links: new VFile({
          path: 'seeds/links.yaml',
          value:
            'links:\n  - { notice: yz-2024-1, clause: p1, work: x, terms: [请], strength: weak }\n',
        }),
      },
    );
    expect(files.find(({ path }) => path === 'seeds/links.yaml')?.messages).toEqual([]);
  });
});
