import type { Option } from './Select.tsx';

/** Options whose words begin with what was typed come first, those that only contain it after; accents and case aside. */
export function matchOptions<Value extends string>(
  options: readonly Option<Value>[],
  text: string,
): Option<Value>[] {
  const wanted = plain(text);
  if (wanted === '') return [...options];
  const begins = (option: Option<Value>) =>
    plain(option.label)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted)) || plain(option.label).startsWith(wanted);
  const containing = options.filter(
    (option) => plain(option.label).includes(wanted) || option.value.toLowerCase() === wanted,
  );
  return [...containing.filter(begins), ...containing.filter((option) => !begins(option))];
}

// Only combining marks of Latin, Greek and Cyrillic: in an Indic script the "marks" are its vowels.
function plain(text: string): string {
  return text
    .trim()
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
