// Zero of each script whose digits people type on Indian keyboards; the nine after it follow in order.
const zeros = ['०', '০', '௦', '౦', '೦', '൦', '૦', '੦', '۰', '٠'].map((zero) => zero.charCodeAt(0));

/** "1,25,000", "₹ 1 25 000.50", "१२५": the number a person meant, or null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/[\s,₹$€£_]/g, '')
    .replace('−', '-');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function latinDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = zeros.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? character : String(code - zero);
}
