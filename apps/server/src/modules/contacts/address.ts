interface Address {
  phone: string | null;
  waId: string | null;
  userId: string | null;
}

/** How Meta is told where a message goes: by number when there is one, else by the business-scoped id; null: nowhere. */
export function addressOf({ phone, waId, userId }: Address): { to: string } | { recipient: string } | null {
  if (phone !== null) return { to: waId === null ? phone : `+${waId}` };
  return userId === null ? null : { recipient: userId };
}

/**
 * Their user id that is good in a portfolio, in SQL, over a row of contacts: with several portfolios everybody has an id in
 * each, and contacts.user_id is the one seen last. Only who has no phone is looked up, and where the portfolio (a text) is
 * unknown nobody is. An id of which the portfolio is unknown may be the one.
 */
export const userIdIn = (contact: string, portfolio: string): string =>
  `case when ${contact}.phone is not null or ${portfolio} is null then ${contact}.user_id else (
     select own.value from contact_identities own
     where own.workspace_id = ${contact}.workspace_id and own.contact_id = ${contact}.contact_id and own.kind = 'user_id'
       and own.ended_at is null and own.portfolio in ('', ${portfolio})
     order by own.portfolio desc, own.value = ${contact}.user_id desc, own.last_seen_at desc limit 1) end`;

/**
 * Where a number of a portfolio (a text, null while unknown) reaches them, in SQL, over a row of contacts: two columns,
 * `to` and `recipient`, of which at most one is not null.
 */
export const addressColumns = (contact: string, portfolio: string): string =>
  `coalesce('+' || ${contact}.wa_id, ${contact}.phone) as "to",
   case when ${contact}.phone is null then ${userIdIn(contact, portfolio)} end as recipient`;

/** WhatsApp delivers codes to numbers alone (its error 131062): without one the number has to be asked for. */
export const canGetCode = ({ phone }: Pick<Address, 'phone'>): boolean => phone !== null;

/** The same in SQL, over a row of contacts. */
export const canGetCodeSql = (contact: string): string => `${contact}.phone is not null`;
