import { ASK_AGAIN, FOREVER, HEADERS, HIDDEN, TYPES } from './http-policy.ts';
import type { ServerPlace } from './server-place.ts';

/** `servers/Caddyfile`, for Caddy 2.6 or later. */
export function caddyfile({ port, folder, path }: ServerPlace): string {
  return `# 文号：Caddy 配置（2.6 及以上）。运行：caddy run --config Caddyfile
# 要改的只有：端口；root 后面的文件夹；handle_path 后面的路径。
# 放在子路径下：把 handle_path /* 改成 handle_path /wenhao/*，并去掉它上面一行前的 #。
{
	auto_https off
}

:${port} {
	root * ${folder}
	header {
${HEADERS.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
		Cache-Control "${ASK_AGAIN}"
	}
${Object.entries(TYPES)
  .map(
    ([ending, type]) => `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}"`,
  )
  .join('\n')}

${slashless(path)}
	handle_path ${path}* {
		@assets {
			path /assets/*
			file
		}
		header @assets Cache-Control "${FOREVER}"
		file_server {
			precompressed br gzip
			hide ${HIDDEN.join(' ')}
		}
	}
	handle {
		error 404
	}
	handle_errors {
		rewrite * /404.html
		header Content-Type "${TYPES['html'] ?? ''}"
		file_server
	}
}
`;
}

/** People type the address without its last slash; the pages’ relative addresses need it. */
function slashless(path: string): string {
  const bare = path === '/' ? '/wenhao' : path.slice(0, -1);
  return `\t${path === '/' ? '# ' : ''}redir ${bare} ${bare}/`;
}
