/** A line's data depends on its type; what is not a text there is nothing. */
export const textIn = (data: Record<string, unknown>, name: string): string | null => {
  const value = data[name];
  return typeof value === 'string' ? value : null;
};
