import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { problemStepMessages } from '../connection/messages.ts';
import type { Step } from '../../../data/numbers.ts';
import type { Connection } from './connection.ts';
import { connectMessages } from './messages.ts';
import { isAppSecret, isMetaId, isToken, pasted } from './pasted.ts';

export type FourValues = { metaAppId: string; appSecret: string; token: string; wabaId: string };

/** Which value a failed step speaks of, so that the reason also stands beside it. */
const causes: { [Code in NonNullable<Step['code']>]?: keyof FourValues } = {
  app_secret_wrong: 'appSecret',
  token_invalid: 'token',
  token_expired: 'token',
  token_of_another_app: 'token',
  scope_missing: 'token',
  account_unreadable: 'wabaId',
  account_taken: 'wabaId',
};

const clean = ({ metaAppId, appSecret, token, wabaId }: FourValues): FourValues => ({
  metaAppId: pasted(metaAppId),
  appSecret: pasted(appSecret).toLowerCase(),
  token: pasted(token),
  wabaId: pasted(wabaId),
});

export function useByHandForm(
  start: Pick<FourValues, 'metaAppId' | 'wabaId'>,
  onResult: (result: Connection | undefined) => void,
): Form<FourValues> {
  const t = useT(connectMessages);
  const say = useT(problemStepMessages);
  const { language } = useLocale();
  const problems = useProblems();
  // No draft: it would keep the secrets.
  return useForm<FourValues>({
    initial: { ...start, appSecret: '', token: '' },
    check: (typed) => {
      const { metaAppId, appSecret, token, wabaId } = clean(typed);
      return {
        metaAppId: isMetaId(metaAppId) ? undefined : t('idWrong'),
        appSecret: isAppSecret(appSecret) ? undefined : t('secretWrong'),
        token: isToken(token) ? undefined : t('tokenWrong'),
        wabaId: isMetaId(wabaId) ? undefined : t('idWrong'),
      };
    },
    save: async (typed) => {
      try {
        const result = await api.numbers.connect(clean(typed));
        onResult(result);
        if (result.accountId !== null) return;
        const failed = result.steps.find((step) => step.result === 'failed');
        const cause = failed?.code ? causes[failed.code] : undefined;
        if (!failed?.code || !cause) return { problems: {} };
        return { problems: { [cause]: language === 'en' ? failed.sentence : say(failed.code) } };
      } catch (error) {
        onResult(undefined);
        return problems.refusal(error);
      }
    },
  });
}
