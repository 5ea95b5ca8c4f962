import type { Severity } from '../../diagnostics/report.ts';

/** How the severity of a message is called. */
export const SEVERITY_NAMES: Record<Severity, string> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};
