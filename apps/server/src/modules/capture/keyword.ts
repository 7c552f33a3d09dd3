const mostRead = 100;

/** Words as they are compared: however they were spaced, cased, dotted or joined, in any script. */
export const keywordOf = (text: string): string =>
  text
    .slice(0, mostRead)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** A keyword is all that a message says. Inside of a sentence it may mean the opposite. */
export const saidKeyword = (text: string): string => (text.length > mostRead ? '' : keywordOf(text));
