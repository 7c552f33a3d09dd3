import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Switch } from '../../../ui/fields/Switch.tsx';
import { cadenceMessages } from './messages.ts';
import { cadenceQuery, type Cadence } from './queries.ts';
import { useDay } from './use-day.ts';

/** Which of the year’s festivals the workspace prepares for. */
export function Festivals({ cadence: { festivals, settings } }: { cadence: Cadence }) {
  const t = useT(cadenceMessages);
  const dayOf = useDay();
  const problems = useProblems();
  const say = useSentence();
  const queryClient = useQueryClient();
  const mayChange = useAllows()('templates.review');
  const follow = useMutation({
    mutationFn: (keys: string[]) => api.templateCadence.update({ festivals: keys }),
    onSuccess: () => queryClient.invalidateQueries(cadenceQuery),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  const set = (key: string) => (on: boolean) =>
    follow.mutate(on ? [...settings.festivals, key] : settings.festivals.filter((each) => each !== key));
  return (
    <Card title={t('festivals')} description={t('festivalsHelp', { days: settings.lockDays })}>
      <ul aria-label={t('festivals')} className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {festivals.map(({ key, name, day, certainty, followed }) => (
          <li key={`${key} ${day}`}>
            <Switch
              label={say(name)}
              help={`${dayOf(day)}${certainty === 'may_move' ? ` · ${t('mayMove')}` : ''}`}
              checked={followed}
              disabled={!mayChange || follow.isPending}
              onChange={set(key)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
