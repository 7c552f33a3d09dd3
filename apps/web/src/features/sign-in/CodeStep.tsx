import { useEffect, useEffectEvent, useState } from 'react';
import { ApiProblem } from '../../data/api.ts';
import { signIn } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { CodeField } from '../../ui/fields/CodeField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { FocusOnArrival } from '../../ui/form/FocusOnArrival.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { signInMessages } from './messages.ts';

interface CodeStepProps {
  onSignedIn: () => Promise<unknown>;
  onStartAgain: () => void;
}

/** The second step: digits from the app, or one of the codes that were saved for the day the phone is gone. */
export function CodeStep({ onSignedIn, onStartAgain }: CodeStepProps) {
  const t = useT(signInMessages);
  const checks = useChecks();
  const problems = useProblems();
  const [way, setWay] = useState<'app' | 'backup'>('app');
  const byApp = way === 'app';
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({
      code: byApp && code.length < 6 ? t('codeShort') : checks.filled(code),
    }),
    save: async ({ code }) => {
      try {
        await (byApp ? signIn.withCode(code) : signIn.withBackupCode(code.trim()));
        await onSignedIn();
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'not_signed_in') return problems.refusal(error);
        // The same refusal covers a wrong code and a first step that is too long ago; only its sentence tells them apart.
        if (/cookie/i.test(error.message)) return { problems: {}, message: t('codeLate') };
        return { problems: { code: t(byApp ? 'codeWrong' : 'backupWrong') } };
      }
    },
  });
  const complete = byApp && form.values.code.length === 6;
  // The last digit is the decision: nobody looks for a button with half a minute left.
  const submit = useEffectEvent(() => void form.submit());
  useEffect(() => {
    if (complete) submit();
  }, [complete]);
  const change = () => {
    form.reset({ code: '' });
    setWay(byApp ? 'backup' : 'app');
  };
  return (
    <PublicPage
      title={t(byApp ? 'codeTitle' : 'backupTitle')}
      description={t(byApp ? 'codeHelp' : 'backupHelp')}
      footer={
        <Button tone="quiet" className="max-sm:-ms-3" onClick={onStartAgain}>
          {t('again')}
        </Button>
      }
    >
      <Form form={form} className="gap-4">
        <FocusOnArrival key={way}>
          <Field label={t(byApp ? 'code' : 'backup')} required bind={form.field('code')}>
            {byApp ? <CodeField length={6} /> : <TextField autoComplete="off" spellCheck={false} />}
          </Field>
        </FocusOnArrival>
        <Button type="submit" tone="primary" busy={form.saving} className="mt-1 w-full">
          {t('continue')}
        </Button>
        <Button tone="quiet" onClick={change}>
          {t(byApp ? 'useBackup' : 'useApp')}
        </Button>
      </Form>
    </PublicPage>
  );
}
