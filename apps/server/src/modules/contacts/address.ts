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

/** The same in SQL, over a row of contacts: two columns, `to` and `recipient`, of which at most one is not null. */
export const addressColumns = (contact: string): string =>
  `coalesce('+' || ${contact}.wa_id, ${contact}.phone) as "to",
   case when ${contact}.phone is null then ${contact}.user_id end as recipient`;

/** WhatsApp delivers codes to numbers alone (its error 131062): without one the number has to be asked for. */
export const canGetCode = ({ phone }: Pick<Address, 'phone'>): boolean => phone !== null;

/** The same in SQL, over a row of contacts. */
export const canGetCodeSql = (contact: string): string => `${contact}.phone is not null`;
