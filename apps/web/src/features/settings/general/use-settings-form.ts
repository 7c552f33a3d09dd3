import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../../data/api.ts';
import { accountQuery } from '../../../data/session.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { workspaceQuery, type Workspace } from '../../../data/workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { settingsMessages } from '../messages.ts';

export type SettingsValues = {
  name: string;
  language: 'en' | 'hi';
  country: string;
  currency: string;
  timeZone: string;
  requireTwoFactor: boolean;
  sessionIdleMinutes: string;
};

export function useSettingsForm(workspace: Workspace): Form<SettingsValues> {
  const t = useT(settingsMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const stored = valuesOf(workspace);
  const form = useForm<SettingsValues>({
    initial: stored,
    draft: `settings.${workspace.workspaceId}`,
    check: ({ name }) => ({ name: name.trim() === '' ? t('nameWrong') : undefined }),
    save: async (values) => {
      const { sessionIdleMinutes, ...changed } = differences(stored, values);
      try {
        const saved = await api.workspaces.update({
          ...changed,
          ...(sessionIdleMinutes ? { sessionIdleMinutes: Number(sessionIdleMinutes) } : {}),
        });
        queryClient.setQueryData(workspaceQuery.queryKey, saved);
        void queryClient.invalidateQueries({ queryKey: accountQuery.queryKey });
        toast(t('saved'));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  useRebase(form, stored);
  return form;
}

/** Someone else saved meanwhile: what they changed is taken over, what was typed here stays. */
function useRebase(form: Form<SettingsValues>, stored: SettingsValues): void {
  const base = useRef(stored);
  useEffect(() => {
    if (Object.keys(differences(base.current, stored)).length === 0) return;
    const typed = differences(base.current, form.values);
    base.current = stored;
    form.reset(stored);
    form.set(typed);
  });
}

/** Only what differs is sent, so that two people can change two settings at once. */
function differences(from: SettingsValues, to: SettingsValues): Partial<SettingsValues> {
  const names = Object.keys(from) as (keyof SettingsValues)[];
  return Object.fromEntries(names.filter((name) => from[name] !== to[name]).map((name) => [name, to[name]]));
}

function valuesOf(workspace: Workspace): SettingsValues {
  const { name, language, country, currency, timeZone, requireTwoFactor, sessionIdleMinutes } = workspace;
  return {
    name,
    language,
    country,
    currency,
    timeZone,
    requireTwoFactor,
    sessionIdleMinutes: String(sessionIdleMinutes),
  };
}
