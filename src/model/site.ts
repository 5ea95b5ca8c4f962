/** Where the archive is published, as its host says. */

export interface Site {
  /** Absolute address of its root, with a slash at the end; null: nobody said, and what needs one is left out. */
  address: string | null;
  /** 网站标识码 (国办发〔2017〕47号); null: none. */
  idCode: string | null;
  /** Where mistakes are to be reported, an address of mail or of the web; null: to those who keep this copy. */
  reportTo: string | null;
}

/** A setting that makes no sense. */
export class WrongSetting extends Error {
  override name = 'WrongSetting';
  /** What to write instead: a sentence. */
  readonly todo: string;

  /** @param what what it is and what was expected: a sentence, and a Chinese one */
  constructor(what: string, todo: string) {
    super(what);
    this.todo = todo;
  }
}

/**
 * Reads the settings `SITE`, `SITE_ID_CODE` and `REPORT_TO`.
 * @param settings names and values, as in `process.env`
 * @throws {WrongSetting} when `SITE` is no address of a folder on the web or holds a password, `SITE_ID_CODE` is no 网站标识码, or `REPORT_TO` no address
 *   of mail or of the web
 */
export function siteFrom(settings: Readonly<Record<string, string | undefined>>): Site {
  const { SITE: given = '', SITE_ID_CODE: idCode = '', REPORT_TO: reportTo = '' } = settings;
  return {
    address: given === '' ? null : rootOf(given),
    idCode: idCode === '' ? null : checkedIdCode(idCode),
    reportTo: reportTo === '' ? null : checkedReportTo(reportTo),
  };
}

function checkedReportTo(given: string): string {
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(given) || /^https?:\/\/[^\s/]/.test(given)) return given;
  throw new WrongSetting(
    `REPORT_TO is “${given}”, which is no address of mail or of the web. 报错地址应为邮箱或网址。`,
    'write REPORT_TO=archive@example.cn or REPORT_TO=https://ip.example.cn/report, or leave it out.',
  );
}

/** 国办发〔2017〕47号: ten digits; of a ministry two letters and eight (bm01000001). */
function checkedIdCode(given: string): string {
  if (/^(?:\d{10}|[a-z]{2}\d{8})$/i.test(given)) return given;
  throw new WrongSetting(
    `SITE_ID_CODE is “${given}”, which is no code of a government site: ten digits, or two letters and eight digits. 网站标识码应为十位。`,
    'copy the code from the sign at the foot of the site (SITE_ID_CODE=4100000001), or leave it out.',
  );
}

function rootOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new WrongSetting(
      `SITE is “${given}”, which is no address of a site. 网站地址应以 http:// 或 https:// 开头。`,
      'write it with its scheme, SITE=https://ip.example.cn/wenhao/, or leave it out.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    // Neither is repeated here: messages end in logs.
    throw new WrongSetting(
      'SITE holds a name or password, which would stand in every page. 网站地址中不能有用户名或密码。',
      `write it without: SITE=${url.origin}${url.pathname}`,
    );
  }
  if (/\.(?:html?|aspx?|jsp|php|xml|txt|zip)$/i.test(url.pathname)) {
    throw new WrongSetting(
      `SITE is “${given}”, which is the address of a file. 网站地址应为文件夹，不是某一页。`,
      `write the folder it is in: SITE=${new URL('.', url).href}`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
