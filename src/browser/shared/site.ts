/** What every page does: the keys of search, larger type. */
import './large-type.ts';
import '../search/search-keys.ts';
