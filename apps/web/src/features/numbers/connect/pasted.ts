/** What was copied from a page brings spaces, line breaks and marks without width along; none belongs to a value of Meta. */
export const pasted = (text: string): string => text.replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '');

export const isMetaId = (text: string): boolean => /^\d{5,20}$/.test(text);
export const isAppSecret = (text: string): boolean => /^[\da-f]{32}$/.test(text);
export const isToken = (text: string): boolean => /^[\w|.-]{10,1000}$/.test(text);
