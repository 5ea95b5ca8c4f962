const DIGITS = '零一二三四五六七八九';

/**
 * A number in Chinese numerals, as ordinals have it: 12 → 十二.
 * @param value 1 to 99
 */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`;
  return front + (units === 0 ? '' : (DIGITS[units] ?? ''));
}
