import type { Option } from '../../../ui/fields/Select.tsx';

// The browser knows countries, currencies and zones in every language: no list of our own to grow old.

/** Codes that name no country: unions, test regions, islands that ISO 3166 only reserves. */
const noCountry = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

export function countryOptions(language: string, current: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountry.has(code) && names.of(code) !== undefined && isCurrent(code));
  return sorted(withCurrent(codes, current), language, (code) => names.of(code) ?? code);
}

/** A country of the past is answered with the one it became: DD with DE. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

export function currencyOptions(language: string, current: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const english = new Intl.DisplayNames(['en'], { type: 'currency' });
  // Names of money that is gone carry its years: "Belgian Franc (1927–2002)".
  const codes = Intl.supportedValuesOf('currency').filter((code) => !/\d{4}/.test(english.of(code) ?? ''));
  return sorted(withCurrent(codes, current), language, (code) => `${code} · ${names.of(code) ?? code}`);
}

/** Browsers list some zones under the name they had long ago; ours are the names of today. */
const renamed: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

export function timeZoneOptions(language: string, current: string): Option[] {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => renamed[zone] ?? zone);
  return sorted(withCurrent(zones, current), language, (zone) => `${readable(zone)} · ${offsetOf(zone)}`);
}

const readable = (zone: string): string => zone.replaceAll('_', ' ');

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}

/** What is stored can always be shown, even when this browser does not list it. */
const withCurrent = (codes: readonly string[], current: string): string[] => [
  ...new Set([...codes, current]),
];

function sorted(codes: readonly string[], language: string, label: (code: string) => string): Option[] {
  const { compare } = new Intl.Collator(language);
  return codes.map((value) => ({ value, label: label(value) })).sort((a, b) => compare(a.label, b.label));
}
