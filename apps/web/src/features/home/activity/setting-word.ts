import type { Translate } from '../../../i18n/use-t.ts';
import type { homeMessages } from '../messages.ts';

const settings = {
  name: 'setName',
  country: 'setCountry',
  currency: 'setCurrency',
  timeZone: 'setTimeZone',
  language: 'setLanguage',
  requireTwoFactor: 'setTwoFactor',
  sessionIdleMinutes: 'setIdle',
} as const;

const isSetting = (field: string): field is keyof typeof settings => Object.hasOwn(settings, field);

/** What a changed field is called on the settings page. */
export const settingWord = (field: string, t: Translate<(typeof homeMessages)['en']>): string =>
  isSetting(field) ? t(settings[field]) : field;
