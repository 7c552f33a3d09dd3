import type { ChangedCalling } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { choice, list, type Params, requiredChoice, requiredText, text } from '../reading.ts';

type Hours = NonNullable<ChangedCalling['call_hours']>;

const onOff = ['ENABLED', 'DISABLED'] as const;
const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** The calling part of a number's settings (Meta, "Call settings"). */
export function readCalling(given: unknown): ChangedCalling {
  const params = objectOf(given, 'calling');
  const calling: ChangedCalling = {
    status: choice(params, 'status', onOff),
    call_icon_visibility: choice(params, 'call_icon_visibility', ['DEFAULT', 'DISABLE_ALL']),
    call_icons: params.call_icons === undefined ? undefined : readIcons(params.call_icons),
    callback_permission_status: choice(params, 'callback_permission_status', onOff),
    srtp_key_exchange_protocol: choice(params, 'srtp_key_exchange_protocol', ['DTLS', 'SDES']),
    call_hours: params.call_hours === undefined ? undefined : readHours(params.call_hours),
    sip: params.sip === undefined ? undefined : readSip(params.sip),
  };
  return Object.fromEntries(Object.entries(calling).filter(([, value]) => value !== undefined));
}

function readIcons(given: unknown): NonNullable<ChangedCalling['call_icons']> {
  const countries = list(objectOf(given, 'call_icons'), 'restrict_to_user_countries') ?? [];
  return {
    restrict_to_user_countries: countries.map((country) =>
      typeof country === 'string' && /^[A-Z]{2}$/.test(country)
        ? country
        : refuse(100, 'Param call_icons[restrict_to_user_countries] must hold two-letter country codes.'),
    ),
  };
}

function readHours(given: unknown): Hours {
  const params = objectOf(given, 'call_hours');
  const timezone = requiredText(params, 'timezone_id');
  if (!isTimezone(timezone)) refuse(100, 'Param call_hours[timezone_id] must be a time zone.');
  const weekly = (list(params, 'weekly_operating_hours') ?? []).map((one) => {
    const range = objectOf(one, 'weekly_operating_hours');
    return {
      day_of_week: requiredChoice(range, 'day_of_week', days),
      ...readRange(range, 'open_time', 'close_time'),
    };
  });
  for (const day of days) {
    if (weekly.filter(({ day_of_week }) => day_of_week === day).length > 2)
      refuse(100, 'Param weekly_operating_hours must have at most 2 ranges a day.');
  }
  const holidays = list(params, 'holiday_schedule')?.map(readHoliday);
  if (holidays && holidays.length > 20) refuse(100, 'Param holiday_schedule must have at most 20 elements.');
  return {
    status: requiredChoice(params, 'status', onOff),
    timezone_id: timezone,
    weekly_operating_hours: weekly,
    ...(holidays && { holiday_schedule: holidays }),
  };
}

function readHoliday(given: unknown): NonNullable<Hours['holiday_schedule']>[number] {
  const holiday = objectOf(given, 'holiday_schedule');
  const date = requiredText(holiday, 'date');
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    refuse(100, 'Param holiday_schedule[date] must be a date such as 2026-11-08.');
  return { date, ...readRange(holiday, 'start_time', 'end_time') };
}

function readRange<From extends string, To extends string>(params: Params, from: From, to: To) {
  const [start, end] = [from, to].map((name) => {
    const time = requiredText(params, name);
    return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(time)
      ? time
      : refuse(100, `Param ${name} must be a time such as 0930.`);
  }) as [string, string];
  if (start >= end) refuse(100, `Param ${to} must be after ${from}.`);
  return { [from]: start, [to]: end } as Record<From | To, string>;
}

function readSip(given: unknown): NonNullable<ChangedCalling['sip']> {
  const params = objectOf(given, 'sip');
  const servers = list(params, 'servers')?.map((one) => {
    const server = objectOf(one, 'servers');
    const port = Number(text(server, 'port') ?? 5061);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      refuse(100, 'Param sip[servers][port] must be a port.');
    return { hostname: requiredText(server, 'hostname', { max: 253 }), port };
  });
  return { status: requiredChoice(params, 'status', onOff), ...(servers && { servers }) };
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
}

const objectOf = (given: unknown, name: string): Params =>
  isObject(given) ? given : refuse(100, `Param ${name} must be an object.`);
