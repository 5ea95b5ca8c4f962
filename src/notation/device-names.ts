/** Names that Windows keeps for devices, whatever their ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * Whether no file can be called so on Windows: `con.html` is the console there.
 * @param stem a file name without its ending
 */
export function isDeviceName(stem: string): boolean {
  return DEVICE.test(stem);
}
