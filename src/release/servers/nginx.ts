import { ASK_AGAIN, FOREVER, HEADERS, HIDDEN, TYPES } from './http-policy.ts';
import type { ServerPlace } from './server-place.ts';

/**
 * `servers/nginx.conf`: one server, to be put inside `http { }`.
 *
 * Errors go to a named location, because its address needs no path of the site; `Cache-Control` depends on the status,
 * because a missing file under `assets/` must not be missing for a year.
 */
export function nginxConf({ port, folder, path }: ServerPlace): string {
  return `# 文号：nginx 配置（1.13 及以上）。放进 http { } 里，例如存为 /etc/nginx/conf.d/wenhao.conf。
# 要改的只有：listen 后面的端口；location 后面的路径；alias、root 后面的文件夹。
# 放在子路径下：把 location / 改成 location /wenhao/（首尾都有斜杠），并去掉它上面一行前的 #。

map "$status $uri" $wenhao_cache {
    default                    "${ASK_AGAIN}";
    "~^(200|206|304) .*/assets/" "${FOREVER}";
}

server {
    listen ${port};
    # 检索词写在地址里，可能很长
    client_header_buffer_size 4k;
    large_client_header_buffers 4 128k;

${HEADERS.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
    add_header Cache-Control $wenhao_cache always;
    server_tokens off;
    absolute_redirect off;

    types {
${Object.entries(TYPES)
  .map(([ending, type]) => `        "${type}" ${ending};`)
  .join('\n')}
    }
    default_type application/octet-stream;

    # 旁边有 .gz 就发 .gz；nginx 没有带 gzip_static 模块时删去这一行。装有 brotli 模块时，去掉 brotli_static 前的 #
    gzip_static on;
    gzip_vary on;
    # brotli_static on;

    # 没有目录列表：文件夹的地址也算没有这一页
    error_page 403 =404 @missing;
    error_page 404 @missing;

${slashless(path)}
    location ${path} {
        alias ${folder}/;
        index index.html;
    }
    location @missing {
        root ${folder};
        try_files /404.html =404;
    }
    location ~ /(${HIDDEN.map((name) => name.replaceAll('.', '\\.')).join('|')})$ {
        return 404;
    }
}
`;
}

/** People type the address without its last slash; the pages’ relative addresses need it. */
function slashless(path: string): string {
  const bare = path === '/' ? '/wenhao' : path.slice(0, -1);
  return `    ${path === '/' ? '# ' : ''}location = ${bare} { return 301 ${bare}/; }`;
}
