/** A payee's address (NPCI, "UPI Linking Specifications"). */
export const isVpa = (text: string): boolean => /^[a-zA-Z0-9.\-_]{2,256}@[a-zA-Z]{2,64}$/.test(text);

interface UpiLink {
  payee: string;
  /** In paise; the payer types it when it is absent. */
  minor?: number;
  currency: string;
}

/** What a link asks for; null when no UPI app could follow it. */
export function readUpiLink(link: string): UpiLink | null {
  const [, query] = /^upi:\/\/pay\?(.+)$/i.exec(link) ?? [];
  if (query === undefined) return null;
  // A plus sign is a plus sign here, unlike in forms.
  const params = new URLSearchParams(query.replaceAll('+', '%2B'));
  const payee = params.get('pa') ?? '';
  const amount = params.get('am');
  const minor = amount === null ? undefined : readAmount(amount);
  if (!isVpa(payee) || minor === null) return null;
  return { payee, ...(minor !== undefined && { minor }), currency: params.get('cu') ?? 'INR' };
}

/** `1650.00` in paise. */
function readAmount(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
