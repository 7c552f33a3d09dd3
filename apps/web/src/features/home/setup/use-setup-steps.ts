import { useQuery } from '@tanstack/react-query';
import { apiKeysQuery, type ApiKey } from '../../../data/api-keys.ts';
import { invitationsQuery, membersQuery } from '../../../data/members.ts';
import { numbersQuery } from '../../../data/numbers.ts';
import { passkeys } from '../../../data/sign-in.ts';
import { useAccount, useAllows } from '../../../data/use-workspace.ts';
import { workspaceQuery } from '../../../data/workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { homeMessages } from '../messages.ts';

export type StepName = 'named' | 'number' | 'people' | 'secured' | 'key';

export interface SetupStep {
  name: StepName;
  done: boolean;
  /** What stands there now, once it is done. */
  result: string;
  /** The first number, which can be tried with a phone. */
  numberId?: string | undefined;
}

const passkeysQuery = { queryKey: ['passkeys'], queryFn: () => passkeys.list() };

export const worksNow = ({ revokedAt, expiresAt }: ApiKey): boolean =>
  revokedAt === null && (expiresAt === null || new Date(expiresAt).getTime() > Date.now());

/** The steps that this person may take, ticked by what is there. Undefined until all of it is known. */
export function useSetupSteps(): SetupStep[] | undefined {
  const steps = [useNamed(), useNumberStep(), usePeopleStep(), useSecured(), useKeyStep()];
  if (steps.some((step) => step === 'unknown')) return undefined;
  return steps.filter((step) => typeof step === 'object');
}

/** Undefined is a step that is not this person's to take. */
type Known = SetupStep | 'unknown' | undefined;

function useNamed(): Known {
  const t = useT(homeMessages);
  const enabled = useAllows()('workspace.update');
  const { data } = useQuery({ ...workspaceQuery, enabled });
  if (!enabled) return undefined;
  if (!data) return 'unknown';
  const language = t(data.language === 'hi' ? 'hindi' : 'english');
  return {
    name: 'named',
    done: true,
    result: t('namedDone', { name: data.name, language, zone: data.timeZone.replaceAll('_', ' ') }),
  };
}

function usePeopleStep(): Known {
  const t = useT(homeMessages);
  const enabled = useAllows()('members.manage');
  const members = useQuery({ ...membersQuery, enabled }).data;
  const invitations = useQuery({ ...invitationsQuery, enabled }).data;
  if (!enabled) return undefined;
  if (!members || !invitations) return 'unknown';
  const others = members.length - 1;
  return {
    name: 'people',
    done: others > 0 || invitations.length > 0,
    result:
      others > 0 ? t('peopleDone', { count: others }) : t('peopleInvited', { count: invitations.length }),
  };
}

function useNumberStep(): Known {
  const t = useT(homeMessages);
  const enabled = useAllows()('numbers.manage');
  const { data } = useQuery({ ...numbersQuery, enabled });
  if (!enabled) return undefined;
  if (!data) return 'unknown';
  const connected = data.numbers.filter(({ disconnectedAt }) => disconnectedAt === null);
  const [first] = connected;
  const result = t('numberDone', { count: connected.length, name: first?.name ?? '' });
  return { name: 'number', done: connected.length > 0, result, numberId: first?.numberId };
}

function useSecured(): Known {
  const t = useT(homeMessages);
  const { twoFactorEnabled } = useAccount();
  const { data, isError } = useQuery({ ...passkeysQuery, enabled: !twoFactorEnabled });
  if (!twoFactorEnabled && !data && !isError) return 'unknown';
  return { name: 'secured', done: twoFactorEnabled || (data?.length ?? 0) > 0, result: t('securedDone') };
}

function useKeyStep(): Known {
  const t = useT(homeMessages);
  const enabled = useAllows()('api-keys.manage');
  const { data } = useQuery({ ...apiKeysQuery, enabled });
  if (!enabled) return undefined;
  if (!data) return 'unknown';
  const count = data.filter(worksNow).length;
  return { name: 'key', done: count > 0, result: t('keyDone', { count }) };
}
