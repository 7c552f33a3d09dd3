interface Price {
  micros: number | null;
  currency: string | null;
  category: string | null;
  type: string | null;
  delivered: boolean;
}

const textOr = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What was charged, as it is stored with a message; null while WhatsApp has not told it. */
export function readPrice(price: unknown): Price | null {
  if (typeof price !== 'object' || price === null) return null;
  const known = price as Record<string, unknown>;
  const currency = textOr(known['currency']);
  return {
    micros: typeof known['micros'] === 'number' ? known['micros'] : null,
    // An account may not have told in which it pays.
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
    category: textOr(known['category']),
    type: textOr(known['type']),
    delivered: known['delivered'] === true,
  };
}
