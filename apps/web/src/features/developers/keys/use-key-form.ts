import { useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@trikon/contract';
import { api } from '../../../data/api.ts';
import { apiKeysQuery, type ApiKey } from '../../../data/api-keys.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { developerMessages } from '../messages.ts';

export type CreatedKey = ApiKey & { key: string };

const lifetimes = ['30', '90', '365', 'never'] as const;
export type Lifetime = (typeof lifetimes)[number];

export type KeyValues = {
  name: string;
  permissions: readonly Permission[];
  lifetime: Lifetime;
  requestsPerMinute: number | null;
};

// Ending by itself is the start: a key for ever should be someone's decision.
const initial: KeyValues = { name: '', permissions: [], lifetime: '90', requestsPerMinute: 600 };

export function useKeyForm(onMade: (key: CreatedKey) => void): Form<KeyValues> {
  const t = useT(developerMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<KeyValues>({
    initial,
    draft: 'developers.key',
    check: ({ name, permissions, requestsPerMinute: rate }) => ({
      name: name.trim() === '' ? t('nameWrong') : undefined,
      permissions: permissions.length === 0 ? t('permissionsWrong') : undefined,
      requestsPerMinute:
        rate !== null && Number.isInteger(rate) && rate >= 1 && rate <= 100_000 ? undefined : t('rateWrong'),
    }),
    save: async ({ name, permissions, lifetime, requestsPerMinute }) => {
      try {
        const made = await api.apiKeys.create({
          name,
          permissions: [...permissions],
          expiresInDays: lifetime === 'never' ? null : Number(lifetime),
          ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
        });
        const { key: _, ...stored } = made;
        patchQuery<ApiKey[]>(queryClient, apiKeysQuery, (all) => [
          stored,
          ...all.filter(({ keyId }) => keyId !== stored.keyId),
        ]);
        form.reset(initial);
        onMade(made);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return form;
}
