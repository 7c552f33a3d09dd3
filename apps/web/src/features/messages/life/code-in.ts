/** Of what Meta lists as errors, the first one's number. */
export function codeIn(errors: unknown): number | null {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (typeof first !== 'object' || first === null || !('code' in first)) return null;
  return typeof first.code === 'number' ? first.code : null;
}
