import { type Site, siteFrom } from '../model/site.ts';

/** Where this build will be published: the settings `SITE`, `SITE_ID_CODE` and `REPORT_TO` of its surroundings. */
export const site: Site = siteFrom(process.env);
