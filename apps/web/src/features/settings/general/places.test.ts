import { expect, it } from 'vitest';
import { countryOptions, currencyOptions, timeZoneOptions } from './places.ts';

const valuesOf = (options: { value: string }[]) => options.map(({ value }) => value);

it('lists the countries of today, each once, by name', () => {
  const options = countryOptions('en', 'IN');
  expect(valuesOf(options)).toEqual(expect.arrayContaining(['IN', 'NP', 'GB', 'US']));
  for (const code of ['DD', 'SU', 'UK', 'EU', 'ZZ']) expect(valuesOf(options)).not.toContain(code);
  expect(options.find(({ value }) => value === 'IN')?.label).toBe('India');
  expect(countryOptions('hi', 'IN').find(({ value }) => value === 'IN')?.label).toBe('भारत');
});

it('lists money that can still be paid with', () => {
  const codes = valuesOf(currencyOptions('en', 'INR'));
  expect(codes).toEqual(expect.arrayContaining(['INR', 'USD', 'EUR']));
  for (const code of ['BEF', 'DEM']) expect(codes).not.toContain(code);
});

it('calls zones by the names of today and keeps one that it does not know', () => {
  const zones = valuesOf(timeZoneOptions('en', 'Etc/GMT-5'));
  expect(zones).toContain('Asia/Kolkata');
  expect(zones).not.toContain('Asia/Calcutta');
  expect(zones).toContain('Etc/GMT-5');
});
