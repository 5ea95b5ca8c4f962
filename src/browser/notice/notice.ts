import '../arrival/highlight.ts';
import '../arrival/resolve-fragment.ts';
import './cite-notice.ts';
import './clause-menu.ts';
import './contents.ts';
import './preview.ts';
import './print.ts';
import './errata-toggle.ts';
import './reading-bar.ts';

/**
 * The contents list of a notice is closed in the file, so that on a phone it does not stand before the text; where
 * there is room beside the text it is opened.
 */
if (matchMedia('(min-width: 64em)').matches) {
  document.querySelector('details[data-contents]')?.setAttribute('open', '');
}
