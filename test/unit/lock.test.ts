import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkAddressLock } from '../../src/permalinks/check-address-lock.ts';
import {
  holdersOf,
  LOCK_PATH,
  readLock,
  type AddressLock,
} from '../../src/permalinks/address-lock.ts';
import { lockText } from '../../src/permalinks/lock-text.ts';
import { resolverOf } from '../../src/permalinks/resolve.ts';
import { pipeline } from '../../src/archive/pipeline.ts';
import type { Archive } from '../../src/archive/archive.ts';

const seed = (number: string, body: string): string =>
  `云州市知识产权局关于做好工作的通知\n\n${number}\n\n各单位：\n\n${body}\n`;
const BODY =
  '为做好工作，通知如下：\n\n一、加强创造\n\n（一）培育专利。开展培育。\n\n（二）培育商标。指导注册。';

function archive(seeds: Record<string, string>, holders?: Map<string, string>): Archive {
  const files = Object.entries(seeds).map(([name, text]) => ({
    path: `seeds/${name}`,
    bytes: new TextEncoder().encode(text),
  }));
  return pipeline(files, holders ? { holders } : {});
}

const EMPTY: AddressLock = { notices: {}, works: {} };
const published = (seeds: Record<string, string>): AddressLock =>
  JSON.parse(lockText(archive(seeds), EMPTY)) as AddressLock;

function lost(seeds: Record<string, string>, lock: AddressLock): string[] {
  const file = new VFile({ path: 'seeds/addresses.json' });
  const found = archive(seeds);
  checkAddressLock(found.notices, lock, resolverOf(found, lock), file);
  return file.messages.map(({ reason }) => reason);
}

describe('a published address', () => {
  const lock = published({ 'a.txt': seed('云知〔2024〕1号', BODY) });

  test('stays while text is added, moved or wrapped elsewhere', () => {
    const more = BODY.replace('一、加强创造', '一、加强创造\n\n本部分新增一段。').replace(
      '开展培育。',
      '开展\n培育。',
    );
    expect(
      lost({ 'a.txt': seed('云知〔2024〕1号', BODY.replace('开展培育。', '开展 培育。')) }, lock),
    ).toEqual([]);
    expect(
      lost({ 'a.txt': seed('云知〔2024〕1号', `${BODY}\n\n（三）培育版权。开展登记。`) }, lock),
    ).toEqual([]);
    // a first paragraph where there was none changes what s1 says, and nothing else
    expect(lost({ 'a.txt': seed('云知〔2024〕1号', more) }, lock)).toHaveLength(1);
  });
  test('that disappears is an error', () => {
    expect(
      lost(
        { 'a.txt': seed('云知〔2024〕1号', BODY.replace('（二）培育商标。指导注册。', '')) },
        lock,
      ),
    ).toEqual([expect.stringContaining('yz-2024-1#s1-2 is gone')]);
    expect(lost({ 'a.txt': seed('云知〔2024〕2号', BODY) }, lock)).toEqual([
      expect.stringContaining('notice yz-2024-1 is gone'),
    ]);
  });
  test('that comes to mean another text is an error', () => {
    const swapped = BODY.replace('培育专利。开展培育', 'X')
      .replace('培育商标。指导注册', '培育专利。开展培育')
      .replace('X', '培育商标。指导注册');
    expect(lost({ 'a.txt': seed('云知〔2024〕1号', swapped) }, lock)).toHaveLength(2);
    expect(
      lost(
        {
          'a.txt': seed('云知〔2024〕1号', BODY.replace('为做好工作', '新增一段。\n\n为做好工作')),
        },
        lock,
      ),
    ).toContainEqual(expect.stringContaining('#p1 means another'));
  });
});

describe('two numbers that lead to one id', () => {
  const luohe = seed('漯知〔2022〕1号', BODY);
  const luoyang = seed('洛知〔2022〕1号', BODY);
  const ids = (found: Archive): Record<string, string> =>
    Object.fromEntries(found.notices.map(({ notice, file }) => [file.path, notice.id]));

  test('the holder keeps it, whatever the order of the files', () => {
    const holders = holdersOf(published({ 'b.txt': luohe }));
    expect(ids(archive({ 'a.txt': luoyang, 'b.txt': luohe }, holders))).toEqual({
      'seeds/a.txt': 'luoz-2022-1',
      'seeds/b.txt': 'lz-2022-1',
    });
  });
  test('without a holder the first file gets it', () => {
    expect(ids(archive({ 'a.txt': luoyang, 'b.txt': luohe }))).toEqual({
      'seeds/a.txt': 'lz-2022-1',
      'seeds/b.txt': 'luoz-2022-1',
    });
  });
  test('one number twice is an error', () => {
    const { files } = archive({ 'a.txt': luohe, 'b.txt': luohe });
    expect(files.flatMap(({ messages }) => messages).filter(({ fatal }) => fatal)).toMatchObject([
      { ruleId: 'unique-id', line: 3 },
    ]);
  });
});

test('a notice may have the name of something that every object has', () => {
  const root = mkdtempSync(join(tmpdir(), 'wenhao-lock-'));
  try {
    mkdirSync(join(root, 'seeds'));
    const write = (text: string) => {
      writeFileSync(join(root, LOCK_PATH), text);
      return readLock(root).lock;
    };
    const empty = write('{"notices":{},"works":{}}');
    const seeds = archive({ 'constructor.txt': '关于做好工作的通知\n\n一、培育专利' });
    const { constructor: entry } = write(lockText(seeds, empty)).notices;
    expect(entry).toMatchObject({ number: null, anchors: { s1: expect.any(String) as string } });
  } finally {
    rmSync(root, { recursive: true });
  }
});
