/**
 * Where large type may turn over: a masthead or a title keeps its words whole (回行时词意完整, GB/T 9704-2012, 7.3.1).
 */
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** What the dictionary cuts and nobody here would. */
const KEPT = new Set(['知识产权']);

/**
 * Takes a text apart where a line may end. The dictionary does not know every place and office: a character that it has
 * alone, and a number, stays with its neighbours. At marks the browser’s own rules hold.
 *
 * @returns pieces that make up the text again
 */
export function wholeWords(text: string): string[] {
  const pieces: string[] = [];
  let before: string | null = null;
  for (const { segment, isWordLike = false } of segmenter.segment(text)) {
    const word = isWordLike && /^\D./u.test(segment) ? segment : null;
    const isBreak = before !== null && word !== null && !KEPT.has(before + word);
    if (isBreak || pieces.length === 0) pieces.push(segment);
    else pieces.push(`${pieces.pop() ?? ''}${segment}`);
    before = word;
  }
  return pieces;
}

/**
 * The same for HTML, where a span of years (2021-2035年) stays whole too.
 *
 * @param html well formed, as Astro renders it
 * @returns with `<wbr>` where a line may end, `<span class="whole">` where it may not, and nothing else changed
 */
export function withWordBreaks(html: string): string {
  return html.replace(/<(?:"[^"]*"|[^">])*>|[^<]+/gu, (token) =>
    token.startsWith('<')
      ? token
      : wholeWords(token)
          .join('<wbr>')
          .replaceAll(/\d+[-—–－]\d+年?/gu, '<span class="whole">$&</span>'),
  );
}
