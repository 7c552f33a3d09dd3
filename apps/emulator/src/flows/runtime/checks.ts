import { isObject, type Json } from '../../world/json.ts';
import { isPickedFile } from './files.ts';
import { textOf } from './resolve.ts';

/** A component with its properties resolved. */
export type Properties = Record<string, unknown>;

/**
 * What is wrong with the value of a field, in words for the person who fills it in; undefined when nothing is.
 * The rules are those of Meta, "Components".
 */
export function wrongWith(component: Properties, value: Json | undefined): string | undefined {
  if (isEmpty(value)) return isRequired(component) ? missing(component) : tooFewOf(component, value);
  return checks[String(component['type'])]?.(component, value);
}

/** A range says it for each of its ends. */
const isRequired = ({ required }: Properties): boolean =>
  required === true || (isObject(required) && Object.values(required).includes(true));

type Check = (component: Properties, value: Json | undefined) => string | undefined;

const checks: Record<string, Check> = {
  TextInput: (component, value) => wrongText(component, textOf(value)),
  TextArea: (component, value) => tooLong(textOf(value), limit(component, 'max-length', 600)),
  CheckboxGroup: wrongCount,
  ChipsSelector: wrongCount,
  RadioButtonsGroup: notOffered,
  Dropdown: notOffered,
  DatePicker: (component, value) => wrongDay(component, textOf(value)),
  CalendarPicker: wrongCalendar,
  PhotoPicker: wrongFiles,
  DocumentPicker: wrongFiles,
};

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && !value['start-date'] && !value['end-date']);

const missing = ({ type }: Properties): string =>
  type === 'OptIn' ? 'Please tick this box to go on.' : 'Please fill in this field.';

/** Pickers of files are required by their smallest number, which is 0 unless said otherwise. */
function tooFewOf(component: Properties, value: Json | undefined): string | undefined {
  return String(component['type']).endsWith('Picker') && minimumOfFiles(component) > 0
    ? wrongFiles(component, value)
    : undefined;
}

const limit = (component: Properties, property: string, otherwise: number): number => {
  const value = component[property];
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : otherwise;
};

const textFormats: Record<string, { fits: RegExp; words: string }> = {
  email: { fits: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, words: 'Please enter a valid email address.' },
  number: { fits: /^-?\d+([.,]\d+)?$/, words: 'Please enter a number.' },
  phone: { fits: /^\+?[\d\s()-]{3,}$/, words: 'Please enter a valid phone number.' },
  passcode: { fits: /^\d+$/, words: 'Please enter digits only.' },
};

function wrongText(component: Properties, value: string): string | undefined {
  const format = textFormats[textOf(component['input-type'] as Json)];
  if (format && !format.fits.test(value.trim())) return format.words;
  const fewest = limit(component, 'min-chars', 0);
  if (value.length < fewest) return `Please enter at least ${characters(fewest)}.`;
  return tooLong(value, limit(component, 'max-chars', 80)) ?? notLikePattern(component, value);
}

const tooLong = (value: string, most: number): string | undefined =>
  value.length > most ? `Please enter at most ${characters(most)}.` : undefined;

const characters = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);

/** A pattern that no engine can read is the business' mistake and not the person's. */
function notLikePattern({ pattern, 'helper-text': hint }: Properties, value: string): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  try {
    if (new RegExp(pattern, 'u').test(value)) return undefined;
  } catch {
    return undefined;
  }
  return typeof hint === 'string' && hint !== ''
    ? `This does not have the right format. ${hint}`
    : 'This does not have the right format.';
}

function wrongCount(component: Properties, value: Json | undefined): string | undefined {
  const count = Array.isArray(value) ? value.length : 0;
  const fewest = limit(component, 'min-selected-items', 0);
  const most = limit(component, 'max-selected-items', Infinity);
  if (count < fewest) return `Please choose at least ${fewest}.`;
  if (count > most) return `Please choose at most ${most}.`;
  return Array.isArray(value) && value.some((id) => !isOffered(component, id))
    ? 'Please choose from the list.'
    : undefined;
}

function notOffered(component: Properties, value: Json | undefined): string | undefined {
  return isOffered(component, value) ? undefined : 'Please choose from the list.';
}

function isOffered({ 'data-source': source }: Properties, id: Json | undefined): boolean {
  if (!Array.isArray(source)) return false;
  return source.some(
    (option: unknown) => isObject(option) && option['id'] === id && option['enabled'] !== false,
  );
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function wrongDay(component: Properties, value: string): string | undefined {
  const day = dayOf(value);
  if (day === undefined) return 'Please choose a date.';
  const [first, last] = [dayOf(component['min-date']), dayOf(component['max-date'])];
  if (first !== undefined && day < first) return `Please choose ${shown(first)} or later.`;
  if (last !== undefined && day > last) return `Please choose ${shown(last)} or earlier.`;
  const closed = component['unavailable-dates'];
  if (Array.isArray(closed) && closed.some((date) => dayOf(date) === day))
    return 'This date is not available.';
  const open = component['include-days'];
  if (Array.isArray(open) && !open.includes(weekdays[new Date(day).getUTCDay()]))
    return 'This date is not available.';
  return undefined;
}

/** Dates are YYYY-MM-DD; before Flow JSON 5.0, milliseconds as text. */
function dayOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value : '';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const day = Date.parse(text);
    return Number.isNaN(day) ? undefined : day;
  }
  return /^\d{9,}$/.test(text) ? Math.floor(Number(text) / 86_400_000) * 86_400_000 : undefined;
}

const shown = (day: number): string => new Date(day).toISOString().slice(0, 10);

function wrongCalendar(component: Properties, value: Json | undefined): string | undefined {
  if (component['mode'] !== 'range') return wrongDay(component, textOf(value));
  const range = isObject(value) ? value : {};
  const [from, to] = [dayOf(range['start-date']), dayOf(range['end-date'])];
  if (from === undefined || to === undefined || to < from) return 'Please choose a first and a last day.';
  const days = (to - from) / 86_400_000 + 1;
  const [fewest, most] = [limit(component, 'min-days', 1), limit(component, 'max-days', Infinity)];
  if (days < fewest) return `Please choose at least ${fewest} days.`;
  if (days > most) return `Please choose at most ${most} days.`;
  return wrongDay(component, textOf(range['start-date'])) ?? wrongDay(component, textOf(range['end-date']));
}

const kindOfFiles = ({ type }: Properties): string => (type === 'PhotoPicker' ? 'photos' : 'documents');

const minimumOfFiles = (component: Properties): number =>
  limit(component, `min-uploaded-${kindOfFiles(component)}`, 0);

function wrongFiles(component: Properties, value: Json | undefined): string | undefined {
  const files = (Array.isArray(value) ? (value as unknown[]) : []).filter(isPickedFile);
  const kind = kindOfFiles(component);
  const most = limit(component, `max-uploaded-${kind}`, 30);
  if (files.length < minimumOfFiles(component)) return `Please add at least ${minimumOfFiles(component)}.`;
  if (files.length > most) return `Please add at most ${most}.`;
  const largest = limit(component, 'max-file-size-kb', 25_600);
  const large = files.find(({ size_kb }) => size_kb > largest);
  if (large) return `${large.file_name} is larger than ${largest} KB.`;
  const allowed = component['allowed-mime-types'];
  const foreign = Array.isArray(allowed) && files.find(({ mime_type }) => !allowed.includes(mime_type));
  return foreign ? `${foreign.file_name} is of a type that is not accepted.` : undefined;
}
