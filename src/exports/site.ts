/** Where the archive is published, as its host says. */

export interface Site {
  /** Absolute address of its root, with a slash at the end; null: nobody said, and what needs one is left out. */
  address: string | null;
  /** 网站标识码 (国办发〔2017〕47号); null: none. */
  idCode: string | null;
  /** Where mistakes are to be reported, an address of mail or of the web; null: to those who keep this copy. */
  reportTo: string | null;
}

/**
 * Reads the settings `SITE`, `SITE_ID_CODE` and `REPORT_TO`.
 * @param settings names and values, as in `process.env`
 * @throws {Error} when `SITE` is no address of a folder on the web, or `REPORT_TO` none of mail or of the web
 */
export function siteFrom(settings: Readonly<Record<string, string | undefined>>): Site {
  const { SITE: given = '', SITE_ID_CODE: idCode = '', REPORT_TO: reportTo = '' } = settings;
  return {
    address: given === '' ? null : rootOf(given),
    idCode: idCode === '' ? null : idCode,
    reportTo: reportTo === '' ? null : checkedReportTo(reportTo),
  };
}

function checkedReportTo(given: string): string {
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(given) || /^https?:\/\/[^\s/]/.test(given)) return given;
  throw new Error(
    `REPORT_TO is “${given}”, which is no address of mail or of the web. Write REPORT_TO=archive@example.cn or REPORT_TO=https://ip.example.cn/report – or leave it out. 报错地址应为邮箱或网址。`,
  );
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
