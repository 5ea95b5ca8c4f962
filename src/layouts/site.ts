import { type Site, siteFrom } from '../exports/site.ts';

/** Where this build will be published: the settings `SITE` and `SITE_ID_CODE` of its surroundings. */
export const site: Site = siteFrom(process.env);
