import type { JsonObject } from '../world/json.ts';

/** One change that subscribers hear of: `field` and `value` of an entry's change. */
export interface Update {
  wabaId: string;
  numberId?: string;
  field: string;
  value: JsonObject;
  /** Goes to this app alone, whether it is subscribed to the account or not: news for partners. */
  appId?: string;
  /** The entry's id, where it is not the account's. */
  entryId?: string;
  /** Goes alone and without the envelope of entries, as Meta documents of one refusal. */
  bare?: true;
}

/** An update that is on its way, and since when. */
export interface Pending extends Update {
  at: number;
}
