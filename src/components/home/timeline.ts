/** The archive at a glance: places against years. */
import type { NoticeSummary } from '../../model/records/notice-summary.ts';
import { placeOfOrgan } from '../../notation/places.ts';

/** A place with its notices under each year of the time line. */
export interface TimelineRow {
  /** Null: the notices do not say. */
  place: string | null;
  /** As many as there are years. */
  cells: NoticeSummary[][];
}

export interface Timeline {
  /** Rising; null, at the end, when some notice does not say. */
  years: (number | null)[];
  rows: TimelineRow[];
}

/**
 * @param notices of the archive
 * @returns the years that occur, and a row for each place: the one with the most notices first, then by name
 */
export function timelineOf(notices: readonly NoticeSummary[]): Timeline {
  const years = [...new Set(notices.map(({ year }) => year))].sort(
    (one, other) => (one ?? Infinity) - (other ?? Infinity),
  );
  const rows = [...new Set(notices.map(placeOfOrgan))].map((place) => ({
    place,
    cells: years.map((year) =>
      notices.filter((notice) => placeOfOrgan(notice) === place && notice.year === year),
    ),
  }));
  const size = ({ cells }: TimelineRow) => cells.reduce((sum, { length }) => sum + length, 0);
  return {
    years,
    rows: rows.sort(
      (one, other) =>
        size(other) - size(one) || (one.place ?? '').localeCompare(other.place ?? '', 'zh-CN'),
    ),
  };
}
