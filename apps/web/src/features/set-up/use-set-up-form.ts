import { api } from '../../data/api.ts';
import { goTo, workspaceAddress } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { usePreferences } from '../../shell/preferences.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { setUpMessages } from './messages.ts';

const empty = { code: '', organisation: '', workspace: '', name: '', email: '', password: '' };

/** The first person's form. Until a name for the workspace is typed it follows the organisation's: mostly they are the same. */
export function useSetUpForm(onGone: () => void) {
  const t = useT(setUpMessages);
  const checks = useChecks();
  const problems = useProblems();
  const { language } = usePreferences();
  const form = useForm({
    initial: empty,
    check: (values) => ({
      code: checks.filled(values.code),
      organisation: checks.line(values.organisation),
      workspace: checks.line(values.workspace),
      name: checks.line(values.name),
      email: checks.email(values.email),
      password: checks.newPassword(values.password),
    }),
    save: async (values) => {
      try {
        const { workspaceId } = await api.setUp.complete({
          ...values,
          language: language === 'hi' ? 'hi' : 'en',
        });
        await enter(values, workspaceId);
      } catch (error) {
        if (isRefusedWith(error, 'wrong_code')) return { problems: { code: t('codeWrong') } };
        if (!isRefusedWith(error, 'gone')) return problems.refusal(error);
        onGone();
      }
    },
  });
  const organisation = form.field('organisation');
  const follows = form.values.workspace === form.values.organisation;
  const field = (name: keyof typeof empty) =>
    name === 'organisation' && follows
      ? {
          ...organisation,
          change: (value: unknown) => form.set({ organisation: String(value), workspace: String(value) }),
        }
      : form.field(name);
  return { ...form, field };
}

/** What was created stays created: if signing in fails just now, the person does it by hand. */
async function enter({ email, password }: typeof empty, workspaceId: string): Promise<void> {
  const signedIn = await signIn.withPassword(email.trim().toLowerCase(), password).then(
    () => true,
    () => false,
  );
  await goTo(signedIn ? `${workspaceAddress(workspaceId)}/` : '/sign-in');
}
