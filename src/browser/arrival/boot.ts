import './preload.ts';
import './stored-type-size.ts';
import './number-in-address.ts';

/**
 * Runs before the page is drawn, from inside the page itself: marks that scripts run and that the address holds a query, so that
 * the style sheet keeps room for what scripts will add: nothing moves afterwards.
 */
const root = document.documentElement.classList;
root.add('js');
if (/[?&](q|no)=[^&]/.test(location.search)) root.add('asked');
