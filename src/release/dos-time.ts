/**
 * The time a file of a pack carries, made from its content: the same content always has the same time, another content
 * another one. A true time would make two packs of one commit differ; one fixed time for all would make servers, whose
 * ETag is time and size (nginx, Apache, Caddy, IIS), take a changed file of the same size for the old one.
 *
 * @param sha256 of the content, hexadecimal
 * @returns date and time as zips have them (APPNOTE 4.4.6): the date in the upper 16 bits; from 1980 to 2019, never to come
 */
export function dosTime(sha256: string): number {
  let rest = Number.parseInt(sha256.slice(0, 12), 16);
  const take = (choices: number) => {
    const taken = rest % choices;
    rest = Math.floor(rest / choices);
    return taken;
  };
  const time = take(30) | (take(60) << 5) | (take(24) << 11);
  const date = (1 + take(28)) | ((1 + take(12)) << 5) | (take(40) << 9);
  return date * 0x10000 + time;
}

/** The moment a stamp says, in local time, as every unpacker reads it. */
export function momentOf(stamp: number): Date {
  const date = Math.floor(stamp / 0x10000);
  const time = stamp % 0x10000;
  return new Date(
    1980 + (date >> 9),
    ((date >> 5) & 15) - 1,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  );
}
