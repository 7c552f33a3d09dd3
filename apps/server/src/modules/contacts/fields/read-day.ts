import { refused, type ReadValue } from './read-value.ts';

const earliestYear = 1_000;

/** 31/12/2026, 31-12-2026, 31.12.2026, 2026-12-31, 31 Dec 2026, Dec 31, 2026, ३१ दिसंबर २०२६. */
export function readDate(text: string): ReadValue {
  const parts = datePartsOf(text);
  if (parts === null)
    return refused('no_date', 'This is not a date. Write the day first, such as 31/12/2026, or 2026-12-31.');
  if (parts.year < 100)
    return refused('short_year', 'Write the year with four digits: of two, nobody knows the century.');
  const { year, month, day } = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= earliestYear;
  if (exists) return { value: date.toISOString().slice(0, 10) };
  return month > 12 && day <= 12
    ? refused('month_first', 'There is no such month. Write the day before the month, such as 31/12/2026.')
    : refused('no_such_day', 'There is no such day in the calendar.');
}

interface DateParts {
  year: number;
  month: number;
  day: number;
}

function datePartsOf(text: string): DateParts | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return partsOf(iso[1], iso[2], iso[3]);
  const dayFirst = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2}|\d{4})$/.exec(text);
  if (dayFirst) return partsOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}[\p{L}\p{M}]*)\.?,?[\s-]+(\d{2}|\d{4})$/iu.exec(text);
  if (named) return partsOf(named[3], monthNamed(named[2]!), named[1]);
  const english = /^(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  return english ? partsOf(english[3], monthNamed(english[1]!), english[2]) : null;
}

function partsOf(
  year: string | undefined,
  month: string | number | null | undefined,
  day: string | undefined,
): DateParts | null {
  return month === null ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

const hindiMonths: readonly (readonly string[])[] = [
  ['जनवरी'],
  ['फ़रवरी', 'फरवरी'],
  ['मार्च'],
  ['अप्रैल'],
  ['मई'],
  ['जून'],
  ['जुलाई'],
  ['अगस्त'],
  ['सितंबर', 'सितम्बर'],
  ['अक्टूबर', 'अक्तूबर'],
  ['नवंबर', 'नवम्बर'],
  ['दिसंबर', 'दिसम्बर'],
];
const englishMonths =
  'january february march april may june july august september october november december'.split(' ');

/** By its first three letters at least, in English; whole in Hindi. */
function monthNamed(written: string): number | null {
  const name = written.normalize('NFC').toLowerCase();
  const english = englishMonths.findIndex((month) => name.length >= 3 && month.startsWith(name));
  if (english >= 0) return english + 1;
  const hindi = hindiMonths.findIndex((names) => names.some((one) => one.normalize('NFC') === name));
  return hindi >= 0 ? hindi + 1 : name === 'sept' ? 9 : null;
}

/** 17:30, 5:30 pm, 5 pm, 0530: kept as 24 hours. */
export function readTime(text: string): ReadValue {
  const found = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?::[0-5]\d)?\s*(?:([ap])\.?\s*m\.?)?$/i.exec(text);
  const [, hours, minutes = '00', half] = found ?? [];
  const hour = Number(hours);
  const isBare = found !== null && half === undefined && found[2] === undefined;
  if (found === null || isBare || hour > 23 || (half !== undefined && (hour < 1 || hour > 12)))
    return refused('no_time', 'This is not a time of day. Write it like 17:30 or 5:30 pm.');
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { value: `${String(of24).padStart(2, '0')}:${minutes}` };
}
