import { codeOf, Failure } from '../build/failure.ts';

/**
 * What to say when the disk refuses; every other error as it is.
 *
 * @param place the folder or file that was to be written
 */
export function diskFailure(error: unknown, place: string): unknown {
  const code = codeOf(error) ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) {
    return new Failure(
      `The disk of ${place} is full; what was there before is untouched. 磁盘已满。`,
      'make room there, or name another place, and try again.',
      { cause: error },
    );
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new Failure(
      `${place} may not be written (${code}); what was there before is untouched. 没有写入权限。`,
      'run the command as somebody who may write there and into the folder around it.',
      { cause: error },
    );
  }
  return error;
}
