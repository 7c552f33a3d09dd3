/** A call that works when it is pasted: the real address, and a key or the shell variable that holds one. */
export const curlExample = (origin: string, key: string): string =>
  [`curl ${origin}/api/v1/members \\`, `  -H "Authorization: Bearer ${key}"`].join('\n');
