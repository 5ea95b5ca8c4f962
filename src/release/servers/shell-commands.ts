/** The lines an administrator types where there is no Node. The tests run those for POSIX; nobody has run the others. */

/** Lines of a shell. */
export interface Steps {
  /** Run in the folder where the pack was unpacked. */
  posix: string[];
  /** PowerShell 5, which Windows 10 and Windows Server 2016 bring. */
  windows: string[];
}

/** Each prints what is damaged or missing, then what is foreign. Nothing printed: all is well. */
export const VERIFY: Steps = {
  posix: [
    'sha256sum --quiet -c SHA256SUMS',
    `find . ! -type d ! -path ./SHA256SUMS ! -path ./SHA256SUMS.sig | awk 'NR == FNR { known["./" substr($0, 67)] = 1; next } !($0 in known)' SHA256SUMS -`,
  ],
  windows: [
    '$sums = @{}; Get-Content SHA256SUMS -Encoding UTF8 | ForEach-Object { $sums[$_.Substring(66)] = $_.Substring(0, 64) }',
    '$sums.Keys | Sort-Object | ForEach-Object { if (-not (Test-Path -LiteralPath $_)) { "缺少 $_" } elseif ((Get-FileHash -LiteralPath $_ -Algorithm SHA256).Hash -ne $sums[$_]) { "损坏 $_" } }',
    "$from = (Get-Location).ProviderPath.TrimEnd('\\').Length + 1; Get-ChildItem -Recurse -File -Force | ForEach-Object { $_.FullName.Substring($from).Replace('\\', '/') } | Where-Object { -not $sums.ContainsKey($_) -and $_ -ne 'SHA256SUMS' -and $_ -ne 'SHA256SUMS.sig' } | ForEach-Object { \"多出 $_\" }",
  ],
};

/** The update zip lies unpacked in the folder `wenhao-update` beside that of the pack. */
export const UNPACK_UPDATE: Steps = {
  posix: ['unzip -q ../wenhao-update-*.zip -d ../wenhao-update'],
  windows: [
    'Expand-Archive (Get-Item ..\\wenhao-update-*.zip).FullName -DestinationPath ..\\wenhao-update',
  ],
};

/**
 * Each prints what is wrong with the update itself: a file that its `SHA256SUMS` does not name so, and a path to delete
 * that leads out of the folder. Nothing printed: all is well.
 */
export const CHECK_UPDATE: Steps = {
  posix: [
    "(cd ../wenhao-update && find . ! -type d ! -path './update/*' ! -path ./SHA256SUMS ! -path ./SHA256SUMS.sig -exec sha256sum {} + | sed 's|  \\./|  |' | grep -vxFf SHA256SUMS)",
    "grep -E '^/|(^|/)\\.\\.(/|$)' ../wenhao-update/update/delete.txt",
  ],
  windows: [
    '$sums = @{}; Get-Content ..\\wenhao-update\\SHA256SUMS -Encoding UTF8 | ForEach-Object { $sums[$_.Substring(66)] = $_.Substring(0, 64) }',
    "$from = (Get-Item ..\\wenhao-update).FullName.Length + 1; Get-ChildItem ..\\wenhao-update -Recurse -File -Force | ForEach-Object { $path = $_.FullName.Substring($from).Replace('\\', '/'); if ($path -notlike 'update/*' -and $path -ne 'SHA256SUMS' -and $path -ne 'SHA256SUMS.sig' -and (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash -ne $sums[$path]) { \"不符 $path\" } }",
    "Get-Content ..\\wenhao-update\\update\\delete.txt -Encoding UTF8 | Where-Object { $_ -match '^[\\\\/]|:|(^|[\\\\/])\\.\\.([\\\\/]|$)' }",
  ],
};

/** Says whether the update is for this pack. */
export const CHECK_BASE: Steps = {
  posix: ['sha256sum -c ../wenhao-update/update/BASE.sha256'],
  windows: [
    "if ((Get-FileHash SHA256SUMS -Algorithm SHA256).Hash -eq (Get-Content ..\\wenhao-update\\update\\BASE.sha256).Substring(0, 64)) { '相符，可以更新' } else { '不符，不要更新' }",
  ],
};

export const APPLY: Steps = {
  posix: [
    'cp -Rp ../wenhao-update/. .',
    'while IFS= read -r file; do rm -f -- "$file"; done < update/delete.txt',
    'rm -r update ../wenhao-update',
  ],
  windows: [
    'Copy-Item ..\\wenhao-update\\* . -Recurse -Force',
    'Get-Content update\\delete.txt -Encoding UTF8 | ForEach-Object { Remove-Item -LiteralPath $_ -Force -ErrorAction SilentlyContinue }',
    'Remove-Item update, ..\\wenhao-update -Recurse',
  ],
};
