import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { CheckboxGroups } from '../../../ui/fields/CheckboxGroups.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { beginsInChat, type Kind } from '../kinds.ts';
import type { Point } from '../queries.ts';
import { KindFields } from './KindFields.tsx';
import { languageOptions } from './languages.ts';
import { editMessages } from './messages.ts';
import { Preview } from './Preview.tsx';
import type { PurposeChoice } from './purpose-choice.ts';
import { usePointForm } from './use-point-form.ts';

interface PointFormProps {
  kind: Kind;
  point: Point | undefined;
  numbers: readonly { value: string; label: string }[];
  purposes: readonly PurposeChoice[];
  onSaved: (entryPointId: string) => void;
}

export function PointForm({ kind, point, numbers, purposes, onSaved }: PointFormProps) {
  const t = useT(editMessages);
  const { language } = useLocale();
  const form = usePointForm({ kind, point, numberId: numbers[0]?.value ?? '', onSaved });
  const inWords = ({ purpose, texts }: PurposeChoice) =>
    texts[language] ?? texts['en'] ?? { name: purpose, explanation: '' };
  const options = purposes.map((one) => {
    const { name, explanation } = inWords(one);
    return { value: one.purpose, label: name, ...(explanation && { help: explanation }) };
  });
  const { doubleOptIn } = form.values;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
      <Form form={form}>
        <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
          <TextField maxLength={100} autoComplete="off" placeholder={t('exampleName')} />
        </Field>
        <Field bind={form.field('purposes')} label={t('purposes')} help={t('purposesHelp')} required>
          <CheckboxGroups groups={[{ id: 'purposes', label: t('purposes'), options }]} />
        </Field>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field bind={form.field('language')} label={t('language')} help={t('languageHelp')} required>
            <Select options={languageOptions} />
          </Field>
          {kind !== 'api' && (
            <Field
              bind={form.field('numberId')}
              label={t('number')}
              required={beginsInChat(kind) || doubleOptIn}
            >
              <Select options={[{ value: '', label: t('noNumber') }, ...numbers]} />
            </Field>
          )}
        </div>
        <KindFields kind={kind} form={form} />
        {kind !== 'api' && kind !== 'chat' && (
          <Checkbox
            label={t('doubleOptIn')}
            help={t(beginsInChat(kind) ? 'doubleChat' : 'doubleForm')}
            checked={doubleOptIn}
            onChange={(next) => form.set({ doubleOptIn: next })}
          />
        )}
        <FormActions label={t(point ? 'save' : 'create')} saving={form.saving} />
      </Form>
      <Preview
        kind={kind}
        values={form.values}
        point={point}
        purposes={purposes.filter(({ purpose }) => form.values.purposes.includes(purpose))}
      />
    </div>
  );
}
