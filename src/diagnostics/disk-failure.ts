import { codeOf, Failure, reasonOf } from './failure.ts';

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const REFUSED = ['EACCES', 'EPERM', 'EROFS'];

/** How programs that are not ours put it (strerror). */
const FULL_IN_WORDS = /\b(?:ENOSPC|EDQUOT|No space left on device|Disk quota exceeded)\b/iu;

/**
 * What to say when the disk refuses; every other error as it is.
 *
 * @param place the folder or file that was to be written
 */
export function diskFailure(error: unknown, place: string): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error) ?? '';
  if (FULL.includes(code) || FULL_IN_WORDS.test(reasonOf(error))) {
    return new Failure(
      `The disk of ${place} is full; what was there before is untouched. ${place} 所在磁盘已满，原有内容未动。`,
      'make room there, or name another place, and try again. 请清理磁盘或另选位置，再试一次。',
      { cause: error },
    );
  }
  if (REFUSED.includes(code)) {
    return new Failure(
      `${place} may not be written (${code}); what was there before is untouched. ${place} 没有写入权限（${code}），原有内容未动。`,
      'run the command as somebody who may write there and into the folder around it. 请用对该文件夹及其上级文件夹有写入权限的账户运行。',
      { cause: error },
    );
  }
  return error;
}
