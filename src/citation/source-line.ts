/**
 * What a print says of where it comes from.
 *
 * @param address of the page, absolute; where none is known its path in the site
 */
export function sourceLine(address: string): string {
  return `来源：文号公文存档，${address}（以印发机关原件为准）`;
}
