import { useMemo } from 'react';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Combobox } from '../../../ui/fields/Combobox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import type { Form } from '../../../ui/form/use-form.ts';
import { settingsMessages } from '../messages.ts';
import { countryOptions, currencyOptions, timeZoneOptions } from './places.ts';
import type { SettingsValues } from './use-settings-form.ts';

export function PlaceFields({ form }: { form: Form<SettingsValues> }) {
  const t = useT(settingsMessages);
  const locale = useLocale();
  const now = useNow();
  const { language } = locale;
  const { country, currency, timeZone } = form.values;
  const countries = useMemo(() => countryOptions(language, country), [language, country]);
  const currencies = useMemo(() => currencyOptions(language, currency), [language, currency]);
  const zones = useMemo(() => timeZoneOptions(language, timeZone), [language, timeZone]);
  const there = formatDate(now, 'time', { ...locale, zone: timeZone });
  return (
    <Card title={t('place')}>
      <div className="grid gap-5">
        <Field
          bind={form.field('timeZone')}
          label={t('timeZone')}
          help={t('timeZoneHelp', { now: there })}
          required
        >
          <Combobox options={zones} />
        </Field>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field bind={form.field('country')} label={t('country')} required>
            <Combobox options={countries} />
          </Field>
          <Field bind={form.field('currency')} label={t('currency')} help={t('currencyHelp')} required>
            <Combobox options={currencies} />
          </Field>
        </div>
      </div>
    </Card>
  );
}
