import { Failure } from '../diagnostics/failure.ts';
import { siteFrom, WrongSetting } from '../model/site.ts';

/**
 * Looks at the settings of a build before anything is done.
 *
 * @param settings names and values, as in `process.env`
 * @throws {Failure} when one of them cannot be meant
 */
export function checkSettings(settings: NodeJS.ProcessEnv): void {
  try {
    siteFrom(settings);
  } catch (error) {
    throw error instanceof WrongSetting
      ? new Failure(error.message, error.todo, { cause: error })
      : error;
  }
}
