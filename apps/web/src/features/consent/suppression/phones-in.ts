/** The entries of a text or a CSV file: what stands between lines, commas, semicolons and tabs and has a digit in it. */
export const phonesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r,;\t]+/)
      .map((entry) => entry.trim().replaceAll(/^["']+|["']+$/g, ''))
      .filter((entry) => /\p{Nd}/u.test(entry))
      .map((entry) => entry.slice(0, 60)),
  ),
];
