/** OpenCC's table of single characters: `traditional simplified`, rows parted by `|` (data: Apache-2.0). */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
