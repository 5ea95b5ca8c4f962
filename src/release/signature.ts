/** Signatures over `SHA256SUMS`, made and checked by OpenSSH 8.1 or later (`ssh-keygen -Y`; format: PROTOCOL.sshsig). */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, Failure } from '../diagnostics/failure.ts';

/** What the signature is for: one made for anything else (a mail, a commit) does not pass. */
const NAMESPACE = 'wenhao';

/**
 * Signs a text.
 *
 * @param key file of a private SSH key, or of the public one whose private one is in the agent
 * @throws {Failure} when there is no such key or no ssh-keygen, or it refuses
 */
export function sign(key: string, text: Uint8Array): Buffer {
  refuseMissing(key, '--key');
  const { status, stdout, stderr } = keygen(['-Y', 'sign', '-f', key, '-n', NAMESPACE], text);
  if (status === 0) return stdout;
  throw new Failure(
    `ssh-keygen did not sign with ${key}: ${said(stderr)}. 用 ${key} 签名失败（${said(stderr)}）。`,
    'name a private key that ssh-keygen made (ssh-keygen -t ed25519), and know its passphrase. 请指定 ssh-keygen 生成的私钥，并输入其口令。',
  );
}

/**
 * Checks the signature of a text.
 *
 * @param signers file of those who may sign: a line `name namespaces="wenhao" ssh-ed25519 AAAA…` each (ssh-keygen(1),
 *   ALLOWED SIGNERS)
 * @returns the name of who signed
 * @throws {Failure} when it is nobody of them, or the text is another one
 */
export async function signerOf(
  signers: string,
  text: Uint8Array,
  signature: Uint8Array,
): Promise<string> {
  refuseMissing(signers, '--signers');
  const room = await mkdtemp(join(tmpdir(), 'wenhao-sign-'));
  try {
    const file = join(room, 'sig');
    await writeFile(file, signature);
    const found = keygen(['-Y', 'find-principals', '-s', file, '-f', signers]);
    const [name = ''] = found.stdout.toString().split(/\r?\n/u);
    const args = ['-Y', 'verify', '-f', signers, '-I', name, '-n', NAMESPACE, '-s', file];
    const checked = name === '' ? found : keygen(args, text);
    if (name !== '' && checked.status === 0) return name;
    throw new Failure(
      `The signature is not good: ${said(checked.stderr)}. 签名无效（${said(checked.stderr)}）。`,
      `do not use the pack; ask those named in ${signers} for theirs. 不要使用此包，请向 ${signers} 所列人员核实。`,
    );
  } finally {
    await rm(room, { recursive: true });
  }
}

function refuseMissing(file: string, option: string): void {
  if (existsSync(file)) return;
  throw new Failure(
    `There is no file ${file}. 找不到密钥文件：${file}。`,
    `name a file with ${option}. 请用 ${option} 指定文件。`,
  );
}

function keygen(args: string[], input: Uint8Array = Buffer.alloc(0)) {
  const done = spawnSync('ssh-keygen', args, { input, env: { ...process.env, LC_ALL: 'C' } });
  if (done.error === undefined) return done;
  throw new Failure(
    codeOf(done.error) === 'ENOENT'
      ? 'There is no ssh-keygen on this machine, which makes and checks signatures. 未安装 ssh-keygen。'
      : `ssh-keygen does not run: ${done.error.message}. ssh-keygen 无法运行（${done.error.message}）。`,
    'install OpenSSH 8.1 or later (Debian: openssh-client; Windows: the feature “OpenSSH Client”), or leave --key and --signers out.',
  );
}

function said(stderr: Buffer): string {
  return stderr.toString().trim().replaceAll(/\s+/gu, ' ').replace(/\.$/u, '');
}
