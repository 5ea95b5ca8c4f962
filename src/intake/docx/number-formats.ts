/** Numbers as Word prints them in automatic numbering (ST_NumberFormat; ECMA-376-1, 17.18.59). */

const HAN = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A number in Chinese numerals: 12 → 十二, 120 → 一百二十, 105 → 一百零五. */
function hanNumber(value: number): string {
  return inUnits(value, HAN, ['', '十', '百', '千']).replace(/^一十/, '十');
}

/** @param digits for 0 to 9 */
function inUnits(value: number, digits: string, units: readonly string[]): string {
  let text = '';
  let gap = false;
  for (let power = units.length - 1; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digits[digit] ?? ''}${units[power] ?? ''}`;
      gap = false;
    }
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

function roman(value: number): string {
  let rest = value;
  return ROMAN.map(([amount, sign]) => {
    const count = Math.floor(rest / amount);
    rest -= count * amount;
    return sign.repeat(count);
  }).join('');
}

/** 1 → A, 27 → AA, 28 → BB. */
function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** Signs that Unicode has from 1 to `last`, one behind the other; plain digits beyond. */
const signs =
  (first: number, last: number) =>
  (value: number): string =>
    value <= last ? String.fromCodePoint(first + value - 1) : String(value);

const cycle =
  (all: string) =>
  (value: number): string =>
    all[(value - 1) % all.length] ?? '';

const digitwise = (value: number): string =>
  [...String(value)].map((digit) => HAN[Number(digit)] ?? '').join('');

const FORMATS: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: hanNumber,
  chineseCountingThousand: hanNumber,
  japaneseCounting: hanNumber,
  taiwaneseCounting: hanNumber,
  taiwaneseCountingThousand: hanNumber,
  koreanDigital2: digitwise,
  ideographDigital: digitwise,
  taiwaneseDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  chineseLegalSimplified: (value) => inUnits(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => inUnits(value, LEGAL, ['', '拾', '佰', '仟']),
  japaneseLegal: (value) => inUnits(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  none: () => '',
};

/**
 * A number in a format of Word.
 * @param format `chineseCounting`; what is not known counts as `decimal`
 * @param value 0 to 9999; others, and 0 where a format has none, come in digits
 */
export function formatNumber(format: string, value: number): string {
  const write = FORMATS[format];
  return write === undefined || value < 1 || value > 9999 ? String(value) : write(value);
}
