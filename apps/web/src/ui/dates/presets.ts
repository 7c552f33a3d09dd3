import { addDays, startOfMonth, type Day, type DayRange } from './day.ts';

export const presets = ['today', 'last7', 'last28', 'thisMonth'] as const;
export type Preset = (typeof presets)[number];

/** "Last 7 days" includes today: the day people are looking from. */
export function presetRange(preset: Preset, now: Day): DayRange {
  switch (preset) {
    case 'today':
      return { from: now, to: now };
    case 'last7':
      return { from: addDays(now, -6), to: now };
    case 'last28':
      return { from: addDays(now, -27), to: now };
    case 'thisMonth':
      return { from: startOfMonth(now), to: now };
  }
}

/** Kept as its name, so that a saved address still means "the last 7 days" next week. */
export type DateChoice = Preset | DayRange;

export function choiceRange(choice: DateChoice, now: Day): DayRange {
  return typeof choice === 'string' ? presetRange(choice, now) : choice;
}

/** "last7" or "2026-11-01..2026-11-21", for an address. */
export function choiceToText(choice: DateChoice): string {
  return typeof choice === 'string' ? choice : `${choice.from}..${choice.to}`;
}

export function choiceFromText(text: string | undefined, otherwise: DateChoice): DateChoice {
  const preset = presets.find((one) => one === text);
  if (preset) return preset;
  const [from, to] = (text ?? '').split('..');
  const valid = /^\d{4}-\d{2}-\d{2}$/;
  return from && to && valid.test(from) && valid.test(to) && from <= to ? { from, to } : otherwise;
}
