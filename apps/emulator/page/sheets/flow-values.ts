/** Properties of a Flow's component, after references were resolved: any JSON may be in them. */
export type Properties = Record<string, unknown>;

export const textOf = (properties: Properties, name: string): string => {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const listOf = (value: unknown): Properties[] =>
  Array.isArray(value)
    ? value.filter((one): one is Properties => typeof one === 'object' && one !== null)
    : [];

/** Pictures in Flow JSON are base64 without their type, which their first letters tell. */
export function pictureOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.startsWith('data:image/')) return value;
  const type = value.startsWith('/9j/') ? 'jpeg' : value.startsWith('UklGR') ? 'webp' : 'png';
  return /^[A-Za-z0-9+/=\s]+$/.test(value) ? `data:image/${type};base64,${value}` : undefined;
}
