/** One thing on each line or between commas; of an address in a browser only the domain is kept. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((each) =>
      each
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, ''),
    )
    .filter((each) => each !== '');
