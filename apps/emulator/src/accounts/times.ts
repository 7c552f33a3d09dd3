/** Times as fields of nodes tell them: `2026-01-10T09:03:33+0000`. */
export const timeText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+0000`;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
