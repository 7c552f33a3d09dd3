import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { registerMessages } from './messages.ts';
import { putNumber } from './put-number.ts';

// Where Meta offers to keep message data (Meta, "Local storage").
const countries = ['IN', 'AE', 'AU', 'BH', 'BR', 'CA', 'CH', 'DE', 'GB', 'ID', 'JP', 'KR', 'SG', 'ZA'];

interface RegisterFormProps {
  number: BusinessNumber;
  onDone?: () => void;
}

export function RegisterForm({ number: { numberId, phone, pinEnabled }, onDone }: RegisterFormProps) {
  const t = useT(registerMessages);
  const { language } = useLocale();
  const queryClient = useQueryClient();
  const problems = useProblems();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  // No draft: it would keep the PIN.
  const form = useForm({
    initial: { pin: '', storageCountry: 'usual' },
    check: ({ pin }) => ({ pin: /^\d{6}$/.test(pin.trim()) ? undefined : t('pinWrong') }),
    save: async ({ pin, storageCountry }) => {
      try {
        const number = await api.numbers.register({
          numberId,
          pin: pin.trim(),
          ...(storageCountry !== 'usual' && { storageCountry }),
        });
        putNumber(queryClient, number);
        toast(t('registered', { phone: phoneText(phone) }), { tone: 'good' });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const places = countries.map((country) => ({ value: country, label: names.of(country) ?? country }));
  return (
    <Form form={form} {...(onDone && { onSaved: onDone })} className="max-w-md">
      <Field bind={form.field('pin')} label={t('pin')} help={t(pinEnabled ? 'pinHave' : 'pinNew')} required>
        <TextField
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          className="w-36 font-mono tracking-[0.3em]"
        />
      </Field>
      <Field bind={form.field('storageCountry')} label={t('storage')} help={t('storageHelp')} required>
        <Select options={[{ value: 'usual', label: t('storageUsual') }, ...places]} />
      </Field>
      <FormActions label={t('register')} saving={form.saving} {...(onDone && { onCancel: onDone })} />
    </Form>
  );
}
