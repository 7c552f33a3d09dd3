import { isDay, type Day } from './day.ts';

/**
 * The day a person meant: "4/11/26", "4-11-2026", "4 Nov", "2026-11-04". Day before month, as it is said in India.
 * Without a year it is this one. Null when it is no day, such as 31 Nov.
 */
export function readDay(text: string, language: string, now: Day): Day | null {
  const plain = text.trim().toLocaleLowerCase().replaceAll(',', ' ');
  if (isDay(plain)) return plain;
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[\s./-]+(\d{1,2}|[^\d\s./-]+)[\s./-]*(\d{4}|\d{2})?$/u.exec(plain) ?? [];
  const number = /^\d+$/.test(month) ? Number(month) : monthNumber(month, language);
  if (day === '' || number === undefined) return null;
  const full = year === '' ? now.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const found = `${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

function monthNumber(word: string, language: string): number | undefined {
  if (word === '') return undefined;
  for (const tag of [language, 'en']) {
    const names = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const name = names.format(Date.UTC(2026, month, 1)).toLocaleLowerCase();
      if (word.length >= 3 && name.startsWith(word.replace(/[.\u0970]$/u, ''))) return month + 1;
    }
  }
  return undefined;
}
