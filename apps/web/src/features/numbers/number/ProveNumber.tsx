import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MessageSquare, Phone } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { CodeField } from '../../../ui/fields/CodeField.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { ActionCard } from '../connection/ActionCard.tsx';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { registerMessages } from './messages.ts';
import { putNumber } from './put-number.ts';

/** Meta sends a code to the number, and hears it back. */
export function ProveNumber({ number: { numberId, phone: digits } }: { number: BusinessNumber }) {
  const t = useT(registerMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const language = useLocale().language === 'hi' ? 'hi' : 'en_US';
  const phone = phoneText(digits);
  const ask = useMutation({
    mutationFn: (method: 'SMS' | 'VOICE') => api.numbers.requestCode({ numberId, method, language }),
  });
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: /^\d{6}$/.test(code) ? undefined : t('codeWrong') }),
    save: async ({ code }) => {
      try {
        putNumber(queryClient, await api.numbers.verifyCode({ numberId, code }));
        toast(t('verified', { phone }), { tone: 'good' });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const asked = (method: 'SMS' | 'VOICE') => ask.isPending && ask.variables === method;
  return (
    <ActionCard title={t('prove')} description={t('proveHelp', { phone })}>
      <div className="flex flex-wrap gap-2">
        <Button icon={MessageSquare} busy={asked('SMS')} onClick={() => ask.mutate('SMS')}>
          {t('sms')}
        </Button>
        <Button icon={Phone} busy={asked('VOICE')} onClick={() => ask.mutate('VOICE')}>
          {t('call')}
        </Button>
      </div>
      <output className="block empty:hidden">
        {ask.isSuccess && (
          <Banner tone="info">{t(ask.variables === 'SMS' ? 'sentSms' : 'sentCall', { phone })}</Banner>
        )}
        {ask.isError && <Banner tone="bad">{problems.say(ask.error)}</Banner>}
      </output>
      <Form form={form} className="max-w-xs">
        <Field bind={form.field('code')} label={t('code')} required>
          <CodeField length={6} />
        </Field>
        <FormActions label={t('verify')} saving={form.saving} />
      </Form>
    </ActionCard>
  );
}
