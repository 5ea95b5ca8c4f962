import { create } from 'xmlbuilder2';
import { BODY_SIZE, CLOSER, FACES, LINE } from './docx-layout.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * `word/styles.xml`: body type, one of 22 lines and the width of one of 28 characters for everything that does not say otherwise.
 *
 * Exact heights and widths, because Word, WPS and LibreOffice agree on them; what they make of a grid differs (LibreOffice gives a title two of
 * its lines), so paragraphs do not snap to that of the page. A page is full with 22 lines, whatever they belong to: no widow control.
 */
export function stylesXml(): string {
  const styles = create({ version: '1.0', encoding: 'UTF-8', standalone: true }).ele(W, 'w:styles');
  const defaults = styles.ele(W, 'w:docDefaults');
  const run = defaults.ele(W, 'w:rPrDefault').ele(W, 'w:rPr');
  run.ele(W, 'w:rFonts', {
    'w:ascii': FACES.latin,
    'w:hAnsi': FACES.latin,
    'w:cs': FACES.latin,
    'w:eastAsia': FACES.body,
  });
  run.ele(W, 'w:spacing', { 'w:val': String(CLOSER) });
  run.ele(W, 'w:sz', { 'w:val': String(BODY_SIZE) });
  run.ele(W, 'w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' });
  const paragraph = defaults.ele(W, 'w:pPrDefault').ele(W, 'w:pPr');
  paragraph.ele(W, 'w:widowControl', { 'w:val': '0' });
  paragraph.ele(W, 'w:snapToGrid', { 'w:val': '0' });
  paragraph.ele(W, 'w:spacing', { 'w:line': String(LINE), 'w:lineRule': 'exact' });
  styles
    .ele(W, 'w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' })
    .ele(W, 'w:name', { 'w:val': 'Normal' });
  return styles.end();
}
