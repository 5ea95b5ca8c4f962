/** 部署说明: one page for the administrator, as HTML that needs nothing and as plain text. */
import {
  APPLY,
  CHECK_BASE,
  CHECK_UPDATE,
  type Steps,
  UNPACK_UPDATE,
  VERIFY,
} from './shell-commands.ts';

/** A heading and what stands below it: paragraphs, and lines to be typed. */
interface Part {
  heading: string;
  body: (string | { type: readonly string[] })[];
}

const TITLE = '文号 部署说明';

const SELINUX =
  '开着 SELinux 的系统（openEuler、CentOS 等）还要让网页服务器读得到这个文件夹，否则答 403：';

const shells = ({ posix, windows }: Steps): Part['body'] => [
  'Linux（统信 UOS、麒麟等），终端：',
  { type: posix },
  'Windows，PowerShell（5.0 及以上）：',
  { type: windows },
];

/** @param sums where the list is: nothing for this folder, or a path to another with a slash at its end */
const signature = (sums: string): Part['body'] => {
  const check = `ssh-keygen -Y verify -f signers -I 名字 -n wenhao -s ${sums}SHA256SUMS.sig < ${sums}SHA256SUMS`;
  return [{ type: [check] }, 'PowerShell 没有“<”，改用：', { type: [`cmd /c "${check}"`] }];
};

const PARTS: Part[] = [
  {
    heading: '一、这是什么',
    body: [
      '一个公文档案网站，全部是静态文件：不需要数据库，不需要互联网，不需要安装任何程序。把压缩包解开到一个空文件夹（下文以 /srv/wenhao 或 C:\\wenhao 为例），网站在其中的 dist 里。',
      'dist：网站。servers：nginx、Apache、Caddy 的配置。SHA256SUMS、manifest.json：文件清单与校验值。',
      '文件的日期不是真实日期，是由内容算出来的：内容不变日期不变，内容变了日期就变，服务器和浏览器靠它判断文件是否更新。复制时请保留日期。',
    ],
  },
  {
    heading: '二、先核对',
    body: [
      '在解开的文件夹里运行下面的命令。什么也不显示就是完好；否则逐个列出损坏、缺少、多出的文件（Linux 第二行列出的是多出的文件）。',
      ...shells(VERIFY),
      '有 SHA256SUMS.sig 的包带有签名。用发布者另行给您的 signers 文件核对（OpenSSH 8.1 及以上；“名字”是 signers 文件里写的名字）：',
      ...signature(''),
    ],
  },
  {
    heading: '三、不用服务器：U 盘、共享文件夹',
    body: [
      '把 dist 复制过去，双击 dist 里的 index.html。浏览、检索、导出都能用。名字以 .gz、.br 结尾的文件是给服务器用的，可以不带：',
      { type: ['robocopy dist X:\\wenhao /E /XF *.gz *.br .htaccess web.config'] },
    ],
  },
  {
    heading: '四、nginx',
    body: [
      '改好 servers/nginx.conf 开头注明的几处（端口、路径、文件夹），放进 nginx 的 http { } 里，例如：',
      {
        type: [
          'cp servers/nginx.conf /etc/nginx/conf.d/wenhao.conf',
          'nginx -t && nginx -s reload',
        ],
      },
      'nginx -t 说不认识 gzip_static 时，这个 nginx 没有带该模块：删去那一行即可，网站照样能用。',
      SELINUX,
      { type: ['chcon -R -t httpd_sys_content_t /srv/wenhao/dist'] },
      '子路径：把 location / 改成 location /wenhao/，并去掉它上面一行前的 #。Windows 上的文件夹写作 C:/wenhao/dist。',
    ],
  },
  {
    heading: '五、Apache',
    body: [
      '把 dist 的全部内容（连同 .htaccess，它是隐藏文件）放在网站目录或其任一级子目录下即可，路径不用改；该目录要允许 AllowOverride FileInfo，启用 mod_headers、mod_mime、mod_rewrite。也可以改好 servers/apache.conf 后放进 Apache 的配置。Debian、统信 UOS：',
      {
        type: [
          'a2enmod headers mime rewrite alias dir',
          'cp servers/apache.conf /etc/apache2/conf-enabled/wenhao.conf',
          'apachectl configtest && apachectl graceful',
        ],
      },
      'openEuler、麒麟、CentOS（这些模块已经启用）：',
      {
        type: [
          'cp servers/apache.conf /etc/httpd/conf.d/wenhao.conf',
          'apachectl configtest && apachectl graceful',
        ],
      },
      SELINUX,
      { type: ['chcon -R -t httpd_sys_content_t /srv/wenhao/dist'] },
    ],
  },
  {
    heading: '六、IIS',
    body: [
      '先说明：web.config 按 IIS 的配置规则检查过，没有在真的 IIS 上试过；本页的 PowerShell 命令也没有在真的 Windows 上试过。遇到问题请告诉我们。',
      '在 IIS 管理器里新建网站（或在已有网站下“添加应用程序”，即子路径），物理路径指向 C:\\wenhao\\dist，应用程序池选“无托管代码”。类型、缓存、响应头、404 页都在 dist 里的 web.config 中，不用另配。文件夹要允许 IIS_IUSRS 和 IUSR 读取：',
      { type: ['icacls C:\\wenhao\\dist /grant "IIS_IUSRS:(OI)(CI)RX" "IUSR:(OI)(CI)RX"'] },
      '请在“服务器管理器”中装上“静态内容”“默认文档”“HTTP 错误”“请求筛选”；装了“静态内容压缩”会更快。出现 500.19 时，是上级锁定了某一节（常见的是 staticContent），由管理员在 PowerShell 里解锁，例如：',
      {
        type: [
          '& $env:windir\\system32\\inetsrv\\appcmd.exe unlock config /section:system.webServer/staticContent',
        ],
      },
    ],
  },
  {
    heading: '七、Caddy',
    body: [
      '改好 servers/Caddyfile 开头注明的几处，然后：',
      { type: ['caddy run --config servers/Caddyfile'] },
      '子路径：把 handle_path /* 改成 handle_path /wenhao/*，并去掉它上面一行前的 #。',
    ],
  },
  {
    heading: '八、用更新包更新',
    body: [
      '更新包 wenhao-update-旧-新.zip 只含有变化的文件，只能用在它所对应的旧版上。以下都在旧版的文件夹（/srv/wenhao）里运行，更新包放在它旁边。先按“二”核对旧版完好，再解开更新包：',
      ...shells(UNPACK_UPDATE),
      '更新包也可能损坏或被人改过，复制之前先看它本身。什么也不显示才继续：',
      ...shells(CHECK_UPDATE),
      '这只说明更新包与它自带的清单相符。清单是不是发布者的，由签名说明：有 SHA256SUMS.sig 的，用您手里的 signers 文件核对更新包的清单；没有签名的，只从可靠的地方取得。',
      ...signature('../wenhao-update/'),
      '看它是不是给这一版的。显示“SHA256SUMS: OK”（Windows：“相符”）才继续，否则不要更新：',
      ...shells(CHECK_BASE),
      '更新：复制新的，删去不再有的，收拾干净：',
      ...shells(APPLY),
      '最后再按“二”核对一遍。中途断电或出错，从“更新：复制新的”重做即可；收拾之后才发现有错的，把完整的新包解开到空文件夹。nginx、Caddy、Apache 的配置若有变化（servers 里的文件变了），请照改正在使用的那一份。',
    ],
  },
];

export function deployHtml(): string {
  const body = PARTS.map(
    ({ heading, body: items }) => `<h2>${escaped(heading)}</h2>\n${items.map(htmlOf).join('\n')}`,
  ).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.8; font-family: "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
pre { padding: .5em 1em; border: 1px solid #999; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${TITLE}</h1>
${body}
</body>
</html>
`;
}

function htmlOf(item: Part['body'][number]): string {
  return typeof item === 'string'
    ? `<p>${escaped(item)}</p>`
    : `<pre>${escaped(item.type.join('\n'))}</pre>`;
}

/** Windows’ own editor of old takes UTF-8 for what it is by the mark at the beginning, and ends lines with two characters. */
export function deployText(): string {
  const parts = PARTS.map(
    ({ heading, body }) => `${heading}\n\n${body.map(textOf).join('\n\n')}`,
  ).join('\n\n\n');
  return `\uFEFF${TITLE}\n\n\n${parts}\n`.replaceAll('\n', '\r\n');
}

function textOf(item: Part['body'][number]): string {
  return typeof item === 'string' ? item : item.type.map((line) => `    ${line}`).join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
