import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { asDate } from '../../../ui/dates/day.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { ConfirmDialog } from '../../../ui/overlays/ConfirmDialog.tsx';
import { useCostWords } from '../use-cost-words.ts';
import { priceMessages } from './messages.ts';
import { pricesQuery, type Price } from './prices-query.ts';
import { useCountryName } from './use-country-name.ts';

export function RemovePrice({ price }: { price: Price }) {
  const t = useT(priceMessages);
  const say = useCostWords();
  const locale = useLocale();
  const countryOf = useCountryName();
  const problems = useProblems();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const words = {
    category: say('category', price.category),
    country: countryOf(price.country),
    from: formatDate(asDate(price.validFrom), 'dayYear', { ...locale, zone: 'UTC' }),
  };
  const remove = async () => {
    try {
      await api.costs.removePrice({ entryId: price.entryId ?? '' });
    } catch (error) {
      setProblem(problems.say(error));
      throw error;
    }
    toast(t('removed'));
    patchQuery<Price[]>(queryClient, pricesQuery, (all) =>
      all.filter(({ entryId }) => entryId !== price.entryId),
    );
  };
  return (
    <>
      <IconButton size="small" icon={Trash2} label={t('removeOf', words)} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle')}
        confirm={t('removeAct')}
        problem={problem}
        onConfirm={remove}
      >
        <p>{t('removeHelp', words)}</p>
      </ConfirmDialog>
    </>
  );
}
