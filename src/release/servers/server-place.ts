/** Where a server is to show the site; what an administrator changes in a configuration. */
export interface ServerPlace {
  port: number;
  /** Folder of the site on the disk, with forward slashes, without one at its end. */
  folder: string;
  /** The path it is shown under, with a slash at both ends: `/`, `/wenhao/`. */
  path: string;
}

/** What the configurations of a pack say as they come. */
export const USUAL: ServerPlace = { port: 8080, folder: '/srv/wenhao/dist', path: '/' };
