import { ApiProblem } from '../../data/api.ts';
import { twoFactor } from '../../data/sign-in.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { CopyText } from '../../ui/actions/CopyText.tsx';
import { CodeField } from '../../ui/fields/CodeField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { QrCode } from '../../ui/display/QrCode.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { securityMessages } from './messages.ts';

interface ScanStepProps {
  totpUri: string;
  onConfirmed: () => void;
  onCancel: () => void;
}

export function ScanStep({ totpUri, onConfirmed, onCancel }: ScanStepProps) {
  const t = useT(securityMessages);
  const problems = useProblems();
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length < 6 ? t('codeShort') : undefined }),
    save: async ({ code }) => {
      try {
        await twoFactor.confirm(code);
        onConfirmed();
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'not_signed_in')
          return { problems: { code: t('codeWrong') } };
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <QrCode text={totpUri} label={t('qr')} />
      <CopyText label={t('secret')} value={secret.match(/.{1,4}/g)?.join(' ') ?? ''} />
      <Field label={t('code')} required bind={form.field('code')}>
        <CodeField length={6} />
      </Field>
      <FormActions label={t('confirm')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}
