/** The part of a file that was asked for, both ends included; `null` for the whole of it. */
export type AskedRange = { start: number; end: number } | 'unsatisfiable' | null;

/** Of several parts, and of what cannot be read, the whole is given: RFC 9110 allows that (14.2). */
export function askedRange(header: string | undefined, size: number): AskedRange {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const isSuffix = first === '';
  if (isSuffix && Number(last) === 0) return 'unsatisfiable';
  const start = isSuffix ? Math.max(0, size - Number(last)) : Number(first);
  const end = isSuffix || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (!isSuffix && last !== '' && Number(last) < start) return null;
  return start < size ? { start, end } : 'unsatisfiable';
}
