import { listLanguages } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import type { Form } from '../../../ui/form/use-form.ts';
import { settingsMessages } from '../messages.ts';
import type { SettingsValues } from './use-settings-form.ts';

// The languages that the product itself writes in; an added pack of words is for the screen alone.
const mailLanguages = listLanguages()
  .filter(({ code }) => code === 'en' || code === 'hi')
  .map(({ code, name }) => ({ value: code, label: name }));

export function NameFields({ form }: { form: Form<SettingsValues> }) {
  const t = useT(settingsMessages);
  return (
    <Card title={t('general')}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
          <TextField maxLength={80} autoComplete="off" />
        </Field>
        <Field bind={form.field('language')} label={t('language')} help={t('languageHelp')} required>
          <Select options={mailLanguages} />
        </Field>
      </div>
    </Card>
  );
}
