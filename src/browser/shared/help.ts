/** The help on keys: which there are, and the switch for those that act by themselves. */
import { element } from './dom.ts';
import { type CharacterKey, keysAreOn, switchKeys } from './keys.ts';

const KEY_NAMES: Record<CharacterKey, string> = {
  '/': '检索',
  j: '下一条',
  k: '上一条',
  c: '复制所读条款的链接',
  '?': '快捷键说明',
};
/** Those of the pages of notices. */
const NOTICE_KEYS: readonly CharacterKey[] = ['j', 'k', 'c'];
/** Keys that come with others or belong to what has the focus: these cannot be pressed by accident. */
const OTHER_KEYS: readonly [string, string][] = [
  ['Ctrl+K', '检索，输入文字时也可用'],
  ['Enter', '在条款的 § 上：链接与引用'],
  ['Esc', '关闭窗口、菜单'],
];

const box = element('input', { type: 'checkbox' });
const close = element('button', { type: 'button', class: 'link' }, '关闭');
const dialog = element(
  'dialog',
  { class: 'help-dialog', 'aria-labelledby': 'help-heading' },
  element('h2', { id: 'help-heading' }, '快捷键'),
  element('dl', {}, ...rows()),
  element('label', {}, box, '启用单键快捷键（/ ? j k c）'),
  close,
);
/** What had the focus: Chromium 90 does not give it back. */
let before: Element | null = null;

/** Opens the help. */
export function openHelp(): void {
  if (!dialog.isConnected) document.body.append(dialog);
  if (dialog.open) return;
  before = document.activeElement;
  box.checked = keysAreOn();
  dialog.showModal();
}

function rows(): HTMLElement[] {
  const own = (Object.keys(KEY_NAMES) as CharacterKey[]).map((key): [string, string] => [
    key,
    NOTICE_KEYS.includes(key) ? `${KEY_NAMES[key]}（公文页）` : KEY_NAMES[key],
  ]);
  return [...own, ...OTHER_KEYS].map(([key, name]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, name)),
  );
}

box.addEventListener('change', () => switchKeys(box.checked));
close.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  // The area around the dialog is the dialog itself.
  if (target === dialog) dialog.close();
});
dialog.addEventListener('close', () => {
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
});
