/**
 * A label and what it numbers on one line, told apart where the label has no mark of its own: `第三条　载体建设`, `一、总体要求`.
 *
 * @param label as printed
 * @param words heading or first words
 */
export function labelled(label: string, words: string): string {
  return `${label}${label === '' || /[、．.。：:）)\]】〕①-⑳㈠-㈩]$/u.test(label) ? '' : '　'}${words}`;
}
