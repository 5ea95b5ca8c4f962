/** Adds one file: reads it, takes it through the pipeline, puts it into `seeds/`. */
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';
import { recordOf } from '../../records/notice-record.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import { MOST_BYTES } from '../../intake/docx/package.ts';
import { fileDigest } from '../../archive/original.ts';
import type { ReaderProcess } from '../../intake/worker-client.ts';
import type { ReadResult } from '../../intake/read-file.ts';
import type { Received, Remark } from '../../intake/received.ts';
import { refused } from '../../intake/refuse.ts';
import { secondDocument } from '../../intake/second-document.ts';
import { codeOf } from '../../diagnostics/failure.ts';
import { statsOf } from './files.ts';
import { seedNames, type Names } from './names.ts';
import type { NewFile, SeedFolder } from './seed-folder.ts';
import { sidecarText } from './sidecar-text.ts';

/** What was understood of a file. */
export interface Understood {
  record: NoticeRecord;
  /** The decoded seed: messages quote its lines. */
  text: string;
  /** Of reading the file; `line` in the seed, where they have one. */
  remarks: (Remark & { line?: number })[];
}

/** What came of a file. */
export type Outcome =
  | ({ is: 'added'; files: string[] } & Understood)
  | { is: 'there'; holder: string }
  | { is: 'refused'; why: Remark; messages: VFile | null };

/** How an order is carried out. */
export interface Order {
  shelf: SeedFolder;
  receiver: ReaderProcess;
  /** Nothing is written. */
  dry: boolean;
}

/**
 * Adds a file. What is wrong with it is an outcome.
 * @param path of the file
 * @throws when the disk refuses
 */
export async function addFile(path: string, order: Order): Promise<Outcome> {
  const bytes = bytesOf(path);
  if ('rule' in bytes) return no(bytes);
  const holder = order.shelf.holderOf(bytes);
  if (holder !== null && bytes.length > 0) return { is: 'there', holder };
  const receipt = await order.receiver.receive(path, bytes);
  return 'refusal' in receipt ? no(receipt.refusal) : addReceived(path, bytes, receipt, order);
}

/** Adds what was read of a file, where the pipeline understands it and the archive does not have it. */
function addReceived(
  path: string,
  bytes: Uint8Array,
  receipt: Exclude<ReadResult, { refusal: Remark }>,
  { shelf, dry }: Order,
): Outcome {
  const names = seedNames(path, receipt.kind, (name) => shelf.has(name));
  const seed = receipt.text === null ? bytes : new TextEncoder().encode(receipt.text);
  const understanding = shelf.understand({ path: `seeds/${names.seed}`, bytes: seed });
  const [finished] = understanding.notices;
  const [notice] = understanding.citable;
  const [file] = understanding.files;
  if (!finished || !notice || !file || hasErrors(file)) return no(notRead, file ?? null);
  const twin = shelf.seedOf(notice);
  if (twin !== null) return no(twice(notice.facts.number ?? notice.id, twin));

  const understood = understand(finished, receipt);
  const files: NewFile[] = [
    ...(names.original === null ? [] : [{ name: names.original, bytes }]),
    { name: names.seed, bytes: seed },
    ...sidecarOf(understood, names, bytes, shelf),
  ];
  if (!dry) shelf.write(files);
  shelf.claim(files);
  shelf.keep(notice, file.path);
  return { is: 'added', files: files.map(({ name }) => name), ...understood };
}

/** The sidecar to write; that of a text that was taken out for a better one stays as people wrote it, with a remark. */
function sidecarOf(
  { record, remarks }: Understood,
  names: Names,
  bytes: Uint8Array,
  shelf: SeedFolder,
): NewFile[] {
  const original =
    names.original === null ? null : { file: names.original, sha256: fileDigest(bytes) };
  const text = sidecarText(record, original);
  if (text === null) return [];
  if (!shelf.has(names.sidecar))
    return [{ name: names.sidecar, bytes: new TextEncoder().encode(text) }];
  remarks.push(sidecarKept(names.sidecar, original?.sha256 ?? null));
  return [];
}

/** The bytes of a file, or why there are none. */
function bytesOf(path: string): Uint8Array | Remark {
  if ((statsOf(path)?.size ?? 0) > MOST_BYTES) return refused('huge').remark;
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    return refused('unreadable', codeOf(error)).remark;
  }
}

function no(why: Remark, messages: VFile | null = null): Outcome {
  return { is: 'refused', why, messages };
}

function understand(finished: ProcessedNotice, { remarks }: Received): Understood {
  const text = String(finished.file.value);
  const second = secondDocument(text);
  return { record: recordOf(finished), text, remarks: [...remarks, ...(second ? [second] : [])] };
}

function twice(number: string, seed: string): Remark {
  return {
    rule: 'notice-twice',
    reason: `The archive has ${number} already: ${seed}. 未添加：库中已有同一文号（或同一地址）的公文：${seed}。`,
    note: 'If it is the same notice, there is nothing to do; if this is the better copy, take the old file out of seeds/ first (its sidecar stays) and add this one under its name. If a number was misread, correct it against the original. If both numbers are right, put the file into seeds/ by hand with a sidecar that says `id: …`. 同一件则无需再加；要换成更好的文本，请先移走旧文件（.yaml 留下）；文号识别错误请先改正；两件文号确实相同的，把文件放进 seeds/，并在同名 .yaml 里写 id。',
  };
}

function sidecarKept(name: string, sha256: string | null): Remark {
  return {
    rule: 'sidecar-kept',
    reason: `seeds/${name} was there and was left as it is. 同名的说明文件 seeds/${name} 已存在，未改动。`,
    note: `Look whether its lines still fit${sha256 === null ? '' : ` and write the digest of the new original into it (sha256: ${sha256})`}. 请核对其中的行号${sha256 === null ? '' : `，并写入新原件的校验值（sha256: ${sha256}）`}。`,
  };
}

const notRead: Remark = {
  rule: 'not-understood',
  reason: 'The pipeline has errors about this text, so it was not added. 未添加：文本有错误。',
  note: 'Follow the notes below. 请按下列提示处理。',
};
