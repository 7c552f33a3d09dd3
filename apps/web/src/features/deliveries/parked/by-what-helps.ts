/** What a person here can mend comes first, then what a new version may, and at the end what is best discarded. */
const order: readonly string[] = ['unknown_number', 'other_app', 'broke_off', 'not_stored', 'failed'];

const placeOf = (reason: string): number => {
  const place = order.indexOf(reason);
  return place === -1 ? order.length : place;
};

export const byWhatHelps = (a: string, b: string): number =>
  placeOf(a) - placeOf(b) || (a < b ? -1 : Number(a > b));
