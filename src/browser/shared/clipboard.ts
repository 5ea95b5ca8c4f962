/**
 * Puts a text on the clipboard. Pages of `http://<ip>` have no `navigator.clipboard` (it is for secure contexts), and some
 * browsers refuse it to files: there the old command copies from a hidden field.
 *
 * @param text as it is to be pasted
 * @returns false when the browser allows neither; the reader then has to copy by hand
 */
export async function copy(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return copyFromField(text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    // Refused: the old way may still be allowed.
    return copyFromField(text);
  }
}

function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'clipboard-field';
  document.body.append(field);
  field.select();
  try {
    // Deprecated, and the only way there.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
