/** Within so many minutes nobody looks twice at an order, unless people wait for it. */
export const FRESH_MINUTES = 5;

/** After four hours too much may have happened to an order for anybody to pack it by the list. */
export const MOST_REFRESH_MINUTES = 240;
