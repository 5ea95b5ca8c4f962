/** Adds one file: reads it, takes it through the pipeline, puts it into `seeds/`. */
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';
import { recordOf } from '../../records/notice-record.ts';
import type { ProcessedNotice } from '../../records/processed-notice.ts';
import type { NoticeRecord } from '../../model/api-types.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import { MOST_BYTES } from '../../intake/docx/package.ts';
import { fileDigest } from '../../archive/original.ts';
import type { ReaderProcess } from '../../intake/worker-client.ts';
import type { Received, Remark } from '../../intake/received.ts';
import { refused } from '../../intake/refuse.ts';
import { secondDocument } from '../../intake/second-document.ts';
import { codeOf } from '../../diagnostics/failure.ts';
import { statsOf } from './files.ts';
import { seedNames } from './names.ts';
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
export async function addFile(path: string, { shelf, receiver, dry }: Order): Promise<Outcome> {
  const bytes = bytesOf(path);
  if ('rule' in bytes) return no(bytes);
  const holder = shelf.holderOf(bytes);
  if (holder !== null && bytes.length > 0) return { is: 'there', holder };
  const receipt = await receiver.receive(path, bytes);
  if ('refusal' in receipt) return no(receipt.refusal);
  const names = seedNames(path, receipt.kind, (name) => shelf.has(name));

  const seed = receipt.text === null ? bytes : new TextEncoder().encode(receipt.text);
  const {
    notices,
    citable,
    files: read,
  } = shelf.understand({ path: `seeds/${names.seed}`, bytes: seed });
  const [finished] = notices;
  const [notice] = citable;
  const [file] = read;
  if (!finished || !notice || !file || hasErrors(file)) return no(notRead, file ?? null);
  const twin = shelf.seedOf(notice);
  if (twin !== null) return no(twice(notice.facts.number ?? notice.id, twin));

  const understood = understand(finished, receipt);
  const original =
    names.original === null ? null : { file: names.original, sha256: fileDigest(bytes) };
  const sidecar = sidecarText(understood.record, original);
  // the sidecar of a text that was taken out for a better one stays as people wrote it
  const isKept = sidecar !== null && shelf.has(names.sidecar);
  if (isKept) understood.remarks.push(sidecarKept(names.sidecar, original?.sha256 ?? null));
  const files: NewFile[] = [
    ...(names.original === null ? [] : [{ name: names.original, bytes }]),
    { name: names.seed, bytes: seed },
    ...(sidecar === null || isKept
      ? []
      : [{ name: names.sidecar, bytes: new TextEncoder().encode(sidecar) }]),
  ];
  if (!dry) shelf.write(files);
  shelf.claim(files);
  shelf.keep(notice, file.path);
  return { is: 'added', files: files.map(({ name }) => name), ...understood };
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
    reason: `The archive has ${number} already: ${seed}. 未添加：库中已有同一文号（或同一地址）的公文。`,
    note: 'If it is the same notice, there is nothing to do; if this is the better copy, take the old file out of seeds/ first (its sidecar stays) and add this one under its name. If a number was misread, correct it against the original. If both numbers are right, put the file into seeds/ by hand with a sidecar that says `id: …`. 同一件则无需再加；要换成更好的文本，请先移走旧文件（.yaml 留下）；文号识别错误请先改正；两件文号确实相同的，把文件放进 seeds/，并在同名 .yaml 里写 id。',
  };
}

function sidecarKept(name: string, sha256: string | null): Remark {
  return {
    rule: 'sidecar-kept',
    reason: `seeds/${name} was there and was left as it is. 同名的说明文件已存在，未改动。`,
    note: `Look whether its lines still fit${sha256 === null ? '' : ` and write the digest of the new original into it (sha256: ${sha256})`}. 请核对其中的行号和原件校验值。`,
  };
}

const notRead: Remark = {
  rule: 'not-understood',
  reason: 'The pipeline has errors about this text, so it was not added. 未添加：文本有错误。',
  note: 'Follow the notes below. 请按下列提示处理。',
};
