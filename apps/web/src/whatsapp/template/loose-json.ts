/** Meta’s components, to which it adds without notice: what is not understood is passed over. */
export type Loose = Record<string, unknown>;

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listIn = (object: unknown, name: string): Loose[] => {
  const value = isLoose(object) ? object[name] : undefined;
  return Array.isArray(value) ? value.filter(isLoose) : [];
};

export const textIn = (object: unknown, name: string): string => {
  const value = isLoose(object) ? object[name] : undefined;
  return typeof value === 'string' ? value : '';
};

export const componentOf = (components: readonly unknown[], type: string): Loose | undefined =>
  components.filter(isLoose).find((each) => textIn(each, 'type').toUpperCase() === type);
