/** What a rule over a finished notice is. */
import type { VFile } from 'vfile';
import type { Notice } from '../../model/tree.ts';

/** A rule looks at a finished notice and puts messages on its seed. */
export type NoticeRule = (notice: Notice, file: VFile) => void;
