/** What somebody named as the cause, out of `<kind>:<id>:<step>:<recipient>`, each part written as in an address. */
export function causeText(cause: string): string {
  const [, id = '', step = ''] = cause.split(':').map(decoded);
  return [id, step].filter((part) => part !== '').join(' · ') || cause;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
