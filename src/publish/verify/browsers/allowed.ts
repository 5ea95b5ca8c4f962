/**
 * What the site uses and the oldest browser lacks without harm, by its keys in MDN’s compatibility data, and why.
 * Whatever is no longer used is taken out.
 */
export const ALLOWED: Readonly<Record<string, string>> = {
  'css.properties.text-wrap': 'a title that needs two lines then fills the first of them',
  'css.properties.accent-color': 'the tick of a box then has the colour of the browser',
  'css.properties.font-synthesis': 'print: a missing typeface is then thickened or slanted',
  'css.properties.text-spacing-trim': 'print: that browser never narrows punctuation',
  'css.properties.text-autospace': 'print: that browser never puts space between scripts',
  'css.properties.font-family.ui-monospace': 'a name in a list of fonts; the next one is taken',
  'css.types.length.lh': 'Tailwind’s rule for boxes of dates, of which there are none',
  'css.at-rules.page.at_bottom-left': 'print: that browser’s own dialog numbers the pages',
  'css.at-rules.page.at_bottom-right': 'print: that browser’s own dialog numbers the pages',
  'api.Observable.take': 'no member of the browser’s: an action of the menu of a clause',
  'javascript.builtins.Intl.Locale.variants': 'no member of the browser’s: a field of the index',
};
