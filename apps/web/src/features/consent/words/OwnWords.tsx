import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { api, ApiProblem } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { wishMessages } from './messages.ts';
import { wordsQuery } from './queries.ts';

const wishes = ['stop', 'stop_promotions', 'start'] as const;

export function OwnWords({ mayManage }: { mayManage: boolean }) {
  const t = useT(wishMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const { data: words = [] } = useQuery(wordsQuery);
  const remove = useMutation({
    mutationFn: ({ wordId }: { wordId: string; words: string }) => api.optOut.removeWord({ wordId }),
    onSuccess: (_nothing, gone) => toast(t('removed', { words: gone.words })),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
    onSettled: () => refetchQuery(queryClient, wordsQuery),
  });
  return (
    <Card title={t('ownTitle')} description={t('ownHelp')}>
      <div className="grid gap-4">
        {words.length === 0 && <p className="text-sm text-ink-2">{t('noOwn')}</p>}
        {words.length > 0 && (
          <ul aria-label={t('ownTitle')} className="divide-y divide-line rounded-md border border-line">
            {words.map((word) => (
              <li key={word.wordId} className="flex items-center gap-3 px-3 py-2">
                <span className="min-w-0 flex-1 font-medium wrap-anywhere">{word.words}</span>
                <Badge>{t(`wish_${word.wish}`)}</Badge>
                {mayManage && (
                  <IconButton
                    icon={X}
                    size="small"
                    label={t('removeWord', { words: word.words })}
                    onClick={() => remove.mutate(word)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {mayManage && <AddWord />}
      </div>
    </Card>
  );
}

const reasons: Record<
  string,
  'tooCommon' | 'known' | 'otherMeaning' | 'tooShort' | 'tooLong' | 'noWords' | 'taken' | 'keyword'
> = {
  too_common: 'tooCommon',
  known: 'known',
  other_meaning: 'otherMeaning',
  too_short: 'tooShort',
  too_long: 'tooLong',
  no_words: 'noWords',
  taken: 'taken',
  keyword: 'keyword',
};

function AddWord() {
  const t = useT(wishMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<{ words: string; wish: (typeof wishes)[number] }>({
    initial: { words: '', wish: 'stop' },
    check: ({ words }) => ({ words: words.trim() === '' ? t('wordsWrong') : undefined }),
    save: async (values) => {
      try {
        const { words } = await api.optOut.addWord(values);
        refetchQuery(queryClient, wordsQuery);
        toast(t('added', { words }), { tone: 'good' });
        form.reset({ words: '', wish: 'stop' });
      } catch (error) {
        const reason = error instanceof ApiProblem ? reasons[error.fields[0]?.code ?? ''] : undefined;
        return reason === undefined ? problems.refusal(error) : { problems: { words: t(reason) } };
      }
    },
  });
  return (
    <Form form={form}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field bind={form.field('words')} label={t('words')} required>
          <TextField maxLength={60} autoComplete="off" placeholder={t('wordsExample')} />
        </Field>
        <Field bind={form.field('wish')} label={t('wish')} required>
          <Select options={wishes.map((one) => ({ value: one, label: t(`wish_${one}`) }))} />
        </Field>
      </div>
      <div>
        <Button type="submit" busy={form.saving}>
          {t('addWord')}
        </Button>
      </div>
    </Form>
  );
}
