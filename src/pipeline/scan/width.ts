/**
 * Printed width of a text in ems: 1 for a wide character, ½ for a narrow one.
 * @param text any
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    width += text.charCodeAt(index) < 0x2000 ? 0.5 : 1;
  }
  return width;
}
