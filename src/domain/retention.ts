const DAY = 24;

/** How many hours a thing stays after it came to be. */
export const EXPORT_HOURS = 3 * DAY;
