/** Where the archive is published, as its host says. */

export interface Site {
  /** Absolute address of its root, with a slash at the end; null: nobody said, and what needs one is left out. */
  address: string | null;
  /** 网站标识码 (国办发〔2017〕47号); null: none. */
  idCode: string | null;
}

/**
 * Reads the settings `SITE` and `SITE_ID_CODE`.
 * @param settings names and values, as in `process.env`
 * @throws {Error} when `SITE` is no address of a folder on the web
 */
export function siteFrom(settings: Readonly<Record<string, string | undefined>>): Site {
  const { SITE: given = '', SITE_ID_CODE: idCode = '' } = settings;
  return { address: given === '' ? null : rootOf(given), idCode: idCode === '' ? null : idCode };
}

function rootOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(
      `SITE is “${given}”, which is no address of a site. Write it with its scheme: SITE=https://ip.example.cn/wenhao/ – or leave it out.`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
