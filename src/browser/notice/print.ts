/** 按公文格式打印: the browser’s own print; what the layout asks for is in `styles/print.css`. */
import { sourceLine } from '../../citation/source-line.ts';
import { noticeHere } from './reference-here.ts';

// The build knows at most the canonical address; the page may be served from another.
const address = noticeHere()?.url ?? null;
if (address !== null) document.documentElement.dataset['printSource'] = sourceLine(address);

document.querySelector('[data-print]')?.addEventListener('click', () => {
  print();
});
