const longestKey = 40;

/** A key that programs can write, of a name in any script: Ring size → ring_size, and field for अंगूठी. */
export function keyOfName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+/, '')
    .slice(0, longestKey - 4)
    .replace(/_+$/, '');
  const key = plain === '' ? 'field' : plain;
  for (let number = 2, tried = key; ; number++) {
    if (!taken.has(tried)) return tried;
    tried = `${key}_${number}`;
  }
}
