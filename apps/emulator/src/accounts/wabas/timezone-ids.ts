/** Graph numbers its time zones; these are the ones whose number is public. */
const ids: Record<string, string> = {
  'America/Los_Angeles': '1',
  'America/New_York': '7',
  'Asia/Dubai': '8',
  'Asia/Kolkata': '71',
};

/** Undefined where the number is not known, so that the field is left out instead of being wrong. */
export const timezoneId = (timezone: string): string | undefined => ids[timezone];

export function timezoneOf(id: string): string | undefined {
  return Object.keys(ids).find((name) => ids[name] === id);
}
