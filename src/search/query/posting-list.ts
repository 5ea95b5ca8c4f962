/**
 * Sets of part numbers as short texts: each number as its distance to the one before, in digits of base 63, so that
 * compression finds what repeats. `~` stands for 63 more.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-';

/** @param numbers ascending, none twice */
export function encodeSet(numbers: readonly number[]): string {
  let last = -1;
  return numbers
    .map((number) => {
      const distance = number - last - 1;
      last = number;
      return (
        '~'.repeat(Math.floor(distance / DIGITS.length)) + DIGITS.charAt(distance % DIGITS.length)
      );
    })
    .join('');
}

/** The numbers that {@link encodeSet} was given. */
export function decodeSet(text: string): number[] {
  const numbers: number[] = [];
  let next = 0;
  for (const digit of text) {
    if (digit === '~') {
      next += DIGITS.length;
    } else {
      next += DIGITS.indexOf(digit);
      numbers.push(next);
      next += 1;
    }
  }
  return numbers;
}
