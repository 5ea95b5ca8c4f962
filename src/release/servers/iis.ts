import { HEADERS, TYPES } from './http-policy.ts';

/** What http.sys takes of an address without a change to the registry. */
const LONGEST_ON_WINDOWS = 16_384;

/**
 * `dist/web.config`, for IIS 7.5 or later, without modules that Windows does not bring. Every entry is removed before it
 * is added: IIS knows some types itself, a site around this one may have the same headers, and two of a kind are an
 * error 500. IIS has no use for the files compressed beforehand; it compresses text itself where that is installed.
 */
export function webConfig(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 文号：IIS 配置（7.5 及以上），随网站文件夹走，在任何路径下都不用改。 -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
${Object.entries(TYPES).map(mimeMap).join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${HEADERS.map(header).join('\n')}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" subStatusCode="-1" path="404.html" responseMode="File" />
    </httpErrors>
    <security>
      <requestFiltering>
        <!-- 检索词写在地址里，可能很长 -->
        <requestLimits maxUrl="${LONGEST_ON_WINDOWS}" maxQueryString="${LONGEST_ON_WINDOWS}" />
      </requestFiltering>
    </security>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

function mimeMap([ending, type]: [string, string]): string {
  return `      <remove fileExtension=".${ending}" />
      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`;
}

function header([name, value]: readonly [string, string]): string {
  return `        <remove name="${name}" />
        <add name="${name}" value="${value}" />`;
}
