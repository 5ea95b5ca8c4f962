/** Signs of Word's symbol fonts (Wingdings, Symbol), which stand at private code points and mean nothing without the font. */

const SIGNS: Record<number, string> = {
  0x6c: '●', 0x6e: '■', 0x71: '❑', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9f: '•', 0xa7: '▪', 0xa8: '□',
  0xb7: '•', 0xd8: '➢', 0xfc: '✓', 0xfe: '☑', 0x6f: '□', 0x52: '☑', 0xa1: '○', 0xe0: '→',
}; // prettier-ignore

/**
 * A sign of a symbol font as Unicode has it.
 * @param code its place in the font, `F0B7` or `B7`, hexadecimal; of a font of characters, that of the character
 * @returns U+FFFD for one that is not known: the reader of seeds says where it stands
 */
export function symbol(code: string): string {
  const place = Number.parseInt(code, 16);
  const isCharacter = place > 0xff && place < 0xd800;
  return isCharacter ? String.fromCodePoint(place) : (SIGNS[place & 0xff] ?? '\u{FFFD}');
}

/**
 * The bullet of a list as it is printed.
 * @param text of the level; may hold a private code point
 */
export function bulletSign(text: string): string {
  return text.replace(
    /[\u{F000}-\u{F0FF}]/gu,
    (sign) => SIGNS[(sign.codePointAt(0) ?? 0) & 0xff] ?? '•',
  );
}
