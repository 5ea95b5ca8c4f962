import { ASK_AGAIN, FOREVER, HEADERS, LONGEST_ADDRESS, TYPES } from './http-policy.ts';
import type { ServerPlace } from './server-place.ts';

/**
 * `dist/.htaccess`: only directives of the class FileInfo, so that `AllowOverride FileInfo` is enough. It does not know
 * under which path it is reached and finds out at every request: the address of the request without the part that
 * mod_rewrite sees in this folder.
 */
export function htaccess(): string {
  return `# 文号：Apache 配置（2.4.13 及以上），随网站文件夹走，在任何路径下都不用改。
# 需要 AllowOverride FileInfo（或 All）以及 mod_headers、mod_mime、mod_rewrite；没有它们网站也能用，只是慢一些。

AddDefaultCharset Off
${Object.entries(TYPES)
  .map(([ending, type]) => `AddType "${type}" .${ending}`)
  .join('\n')}

<IfModule mod_rewrite.c>
    RewriteEngine On

    # 网站在哪个路径下
    RewriteCond $0#%{REQUEST_URI} ^([^#]*)#/?(.*)\\1$
    RewriteRule ^.*$ - [E=WENHAO:%2]

    RewriteRule (?:^|/)(?:\\.ht[^/]*|web\\.config)$ - [R=404,L]

    # 旁边有压缩好的就发压缩好的
    RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))
    RewriteCond %{REQUEST_FILENAME}.br -f
    RewriteRule ^(.+)$ $1.br [E=WENHAO_PACKED:1,L]
    RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))
    RewriteCond %{REQUEST_FILENAME}.gz -f
    RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
<IfModule mod_mime.c>
    RemoveType .br .gz
    RemoveLanguage .br
    AddEncoding br .br
    AddEncoding gzip .gz
</IfModule>

ErrorDocument 403 /%{reqenv:WENHAO}404.html
ErrorDocument 404 /%{reqenv:WENHAO}404.html

<IfModule mod_headers.c>
${HEADERS.map(([name, value]) => `    Header always set ${name} "${value}"`).join('\n')}
    Header always set Cache-Control "${ASK_AGAIN}"
    Header always set Cache-Control "${FOREVER}" "expr=%{REQUEST_STATUS} -in {'200','206','304'} && %{REQUEST_URI} =~ m#/assets/#"
    Header merge Vary Accept-Encoding
</IfModule>
`;
}

/** `servers/apache.conf`: what only the server’s own configuration can say. */
export function apacheConf({ port, folder, path }: ServerPlace): string {
  return `# 文号：Apache 服务器配置（2.4），例如存为 /etc/apache2/conf-enabled/wenhao.conf（Debian、统信 UOS）或 /etc/httpd/conf.d/wenhao.conf（openEuler、麒麟、CentOS）。其余的在 dist/.htaccess 里。
# 要改的只有：端口；文件夹（两处）；Alias 后面的路径。端口已在别处写了 Listen 的，删去这一行。
# 放在子路径下：把 Alias / "……/" 改成 Alias /wenhao "……"，末尾都不带斜杠。
Listen ${port}
<VirtualHost *:${port}>
    # 检索词写在地址里，可能很长
    LimitRequestLine ${LONGEST_ADDRESS}
    LimitRequestFieldSize ${LONGEST_ADDRESS}
    Alias ${path === '/' ? `/ "${folder}/"` : `${path.slice(0, -1)} "${folder}"`}
    <Directory "${folder}">
        Options FollowSymLinks
        AllowOverride FileInfo
        DirectoryIndex index.html
        Require all granted
    </Directory>
</VirtualHost>
`;
}
