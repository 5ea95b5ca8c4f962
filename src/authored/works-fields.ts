/** Fields that works and phrases share. */
import { z } from 'zod';
import { id } from '../model/fields.ts';
import { ROLES } from '../model/vocabulary.ts';

/** Ids of the notices in which alone words have a meaning; null: everywhere. */
export const noticeIds = z.array(id).min(1).nullable().default(null);
/** Null: the program sees it from the text. */
export const writtenRoleField = z.enum(ROLES).nullable().default(null);
