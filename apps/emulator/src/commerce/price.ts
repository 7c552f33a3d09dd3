export interface Price {
  minor: number;
  currency: string;
}

/** `1499.00 INR`, as feeds and batches write it; null when it is not that. */
export function readPrice(text: string): Price | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))? ([A-Z]{3})$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', part = '', currency = ''] = match;
  return { minor: Number(whole) * 100 + Number(part.padEnd(2, '0')), currency };
}

/** `₹1,499.00`, as Graph shows it when a product is read. */
export function showPrice({ minor, currency }: Price): string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return format.format(minor / 100);
}
