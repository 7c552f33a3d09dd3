import { usePermissionChoices } from '../../../data/use-permission-choices.ts';
import { useT } from '../../../i18n/use-t.ts';
import { CheckboxGroups } from '../../../ui/fields/CheckboxGroups.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumberField } from '../../../ui/fields/NumberField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { developerMessages } from '../messages.ts';
import { useKeyForm, type CreatedKey, type Lifetime } from './use-key-form.ts';

interface CreateKeyFormProps {
  onMade: (key: CreatedKey) => void;
  onCancel: () => void;
}

export function CreateKeyForm({ onMade, onCancel }: CreateKeyFormProps) {
  const t = useT(developerMessages);
  const form = useKeyForm(onMade);
  const groups = usePermissionChoices(t('notHeld'));
  const lifetimes: { value: Lifetime; label: string }[] = [
    { value: '30', label: t('days30') },
    { value: '90', label: t('days90') },
    { value: '365', label: t('days365') },
    { value: 'never', label: t('daysNever') },
  ];
  return (
    <Form form={form}>
      <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
        <TextField maxLength={60} autoComplete="off" placeholder={t('exampleKey')} />
      </Field>
      <Field bind={form.field('permissions')} label={t('permissions')} required>
        <CheckboxGroups groups={groups} />
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('lifetime')} label={t('expiry')} help={t('expiryHelp')} required>
          <Select options={lifetimes} />
        </Field>
        <Field bind={form.field('requestsPerMinute')} label={t('rate')} help={t('rateHelp')} required>
          <NumberField min={1} max={100_000} step={100} />
        </Field>
      </div>
      <FormActions label={t('create')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}
