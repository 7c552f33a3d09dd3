import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { cadenceMessages } from './messages.ts';
import type { Cadence } from './queries.ts';
import { useDay } from './use-day.ts';

/** What somebody has to do. What is done goes away by the event that tells of it. */
export function Due({ cadence: { reminders, settings } }: { cadence: Cadence }) {
  const t = useT(cadenceMessages);
  const dayOf = useDay();
  const problems = useProblems();
  const mayManage = useAllows()('templates.manage');
  const finish = useMutation({
    mutationFn: (reminderId: string) => api.templateCadence.finishReminder({ reminderId }),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  const open = reminders.filter(({ doneAt }) => doneAt === null);
  return (
    <Card title={t('due')}>
      {open.length === 0 ? (
        <p className="text-body text-ink-2">
          {t('nothingDue', { refresh: settings.refreshDays, audit: settings.auditDays })}
        </p>
      ) : (
        <ul aria-label={t('due')} className="grid gap-3">
          {open.map(({ reminderId, kind, name, dueOn, familyId }) => (
            <li key={reminderId} className="flex flex-wrap items-center justify-between gap-3">
              <span className="grid min-w-0">
                <span className="text-body">{kind === 'audit' ? t('audit') : t(kind, { name })}</span>
                <span className="text-sm text-ink-2">{t('since', { day: dayOf(dueOn) })}</span>
              </span>
              <span className="flex gap-2">
                {familyId !== null && (
                  <ButtonLink to="/templates/$familyId" params={{ familyId }}>
                    {t('open')}
                  </ButtonLink>
                )}
                {mayManage && (
                  <Button icon={Check} busy={finish.isPending} onClick={() => finish.mutate(reminderId)}>
                    {t('done')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
