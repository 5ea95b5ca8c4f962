/** The authority file, the topic links and the sidecars that the archive ships with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { sectionsIn } from '../../src/model/text.ts';
import { archiveRoot } from '../../src/archive/load.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import { readSeeds } from '../../src/archive/seeds.ts';
import { applies, locateErrata } from '../../src/authored/locate-errata.ts';
import { readLinks } from '../../src/authored/read-links.ts';
import { readSidecar } from '../../src/authored/read-sidecar.ts';
import { readWorks } from '../../src/authored/read-works.ts';

const SEEDS = join(archiveRoot(), 'seeds');

function open(name: string): VFile {
  return new VFile({ path: `seeds/${name}`, value: readFileSync(join(SEEDS, name), 'utf8') });
}

const anchors = new Map(
  pipeline(readSeeds(archiveRoot())).notices.map(({ notice }) => [
    notice.id,
    new Set([...sectionsIn(notice)].map(({ id }) => id)),
  ]),
);
const worksFile = open('works.yaml');
const { works, phrases, media } = readWorks(worksFile, new Set(anchors.keys()));

test('the authority file has nothing wrong with it', () => {
  expect(worksFile.messages.map(String)).toEqual([]);
  expect([works.length, media.length]).toEqual([60, 4]);
  expect(phrases.length).toBeGreaterThan(20);
});

test('the topic links have nothing wrong with them', () => {
  const file = open('links.yaml');
  expect(readLinks(file, works, anchors)).toHaveLength(89);
  expect(file.messages.map(String)).toEqual([]);
});

test.each(readdirSync(SEEDS).filter((name) => name.endsWith('.txt.yaml')))(
  'every erratum of %s stands in its seed',
  (name) => {
    const file = open(name);
    const { errata } = readSidecar(file).sidecar;
    expect(file.messages.map(String)).toEqual([]);
    const seed = String(open(name.replace(/\.yaml$/, '')).value);
    const { placed, misfits } = locateErrata(seed, errata.list);
    expect(misfits).toEqual([]);
    expect(placed).toHaveLength(errata.list.length);
    expect(placed.length).toBeGreaterThan(0);
    for (const { erratum } of placed) expect(erratum.to).not.toBe(erratum.from);
  },
);

test('only what is certain is corrected', () => {
  const corrected = readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt.yaml'))
    .flatMap((name) => {
      const { apply, list } = readSidecar(open(name)).sidecar.errata;
      return list.filter((erratum) => applies(erratum, apply)).map(({ from }) => from);
    });
  expect(corrected).toEqual([
    '印发给你，',
    '组织开发展示区知识产权强企的申报',
    '局各科(室),各直属单位,各市场监督管理所:',
    '印发给你们,请结合',
    '作,加快',
    '和以使用为目的的商标恶意注册行为',
    '（2021-2035）',
    '评查工作,适时发布',
    '(食品)',
  ]);
});

test('the national outline has its nine parts and twenty-four sections', () => {
  const outline = works.find(({ id }) => id === 'cn-ipr-outline-2021')?.outline ?? [];
  expect(outline.map(({ label }) => label).join('')).toBe('一、二、三、四、五、六、七、八、九、');
  expect(outline.flatMap(({ sections }) => sections.map(({ label }) => label))).toHaveLength(24);
});

test('every published fact has evidence, and no evidence is of nothing', () => {
  const keys = ['issuer', 'number', 'issued', 'effective', 'status'] as const;
  for (const work of works) {
    for (const key of keys) {
      expect(work.evidence[key] !== undefined, `${work.id} ${key}`).toBe(work[key] !== null);
    }
    expect(work.evidence.url !== undefined, `${work.id} url`).toBe(work.official !== null);
    expect(work.evidence.outline !== undefined, `${work.id} outline`).toBe(work.outline.length > 0);
    expect(work.evidence.targets !== undefined, `${work.id} targets`).toBe(work.targets.length > 0);
    expect(work.evidence.relations !== undefined, `${work.id} relations`).toBe(
      work.relations.length > 0,
    );
    expect(work.evidence.title, work.id).toBeDefined();
  }
});

test('nothing unverified is published', () => {
  const text = String(worksFile.value);
  const unverified = [
    '中办发〔2019〕56号',
    '中发〔2021〕32号',
    '财办建〔2021〕23号',
    '国知办发运字〔2021〕20号',
    '5638714',
    '5647274',
    '5455070',
    'general knowledge',
    'unverified',
    'not established',
  ];
  expect(unverified.filter((each) => text.includes(each))).toEqual([]);
});
