import './preload.ts';
import './stored-type-size.ts';
import './number-in-address.ts';

/**
 * Runs before the page is drawn, from inside the page itself: says that scripts run, so that what needs one has its room
 * from the start, and that a question stands in the address, so that its answer gets the room: nothing moves afterwards.
 */
const root = document.documentElement.classList;
root.add('js');
if (/[?&](q|no)=[^&]/.test(location.search)) root.add('asked');
