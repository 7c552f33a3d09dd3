import { useQueryClient } from '@tanstack/react-query';
import { Ban, CircleCheck } from 'lucide-react';
import { api } from '../../../../data/api.ts';
import { refetchQuery } from '../../../../data/patch-query.ts';
import { useSentence } from '../../../../data/use-sentence.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../../shell/ConfirmAction.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { blocksQuery, type Blocks, type Contact } from '../queries.ts';
import { blockMessages } from './messages.ts';

/** Blocks at WhatsApp, or takes it back. What WhatsApp refused stands with the number in the card. */
export function BlockAction({ contact: { contactId, blockedAt } }: { contact: Contact }) {
  const t = useT(blockMessages);
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const isBlocked = blockedAt !== null;
  const take = (blocks: Blocks): void => {
    queryClient.setQueryData(blocksQuery(contactId).queryKey, blocks);
    refetchQuery(queryClient, { queryKey: ['contacts', 'one', contactId] });
    refetchQuery(queryClient, { queryKey: ['contacts', 'timeline', contactId] });
    const refused = blocks.numbers.find(({ refusal }) => refusal !== null)?.refusal;
    if (refused) toast(sentence(refused.sentence), { tone: 'warn' });
    else toast(t(isBlocked ? 'unblocked' : 'blocked'), { tone: 'good' });
  };
  if (isBlocked) {
    return (
      <ConfirmAction
        label={t('unblock')}
        icon={CircleCheck}
        title={t('unblockTitle')}
        confirm={t('unblock')}
        act={async () => take(await api.contactBlocks.unblock({ contactId }))}
      >
        <p>{t('unblockHelp')}</p>
      </ConfirmAction>
    );
  }
  return (
    <ConfirmAction
      label={t('block')}
      icon={Ban}
      title={t('blockTitle')}
      confirm={t('block')}
      act={async () => take(await api.contactBlocks.block({ contactId }))}
    >
      <p>{t('blockHelp')}</p>
      <p>{t('blockLimit')}</p>
    </ConfirmAction>
  );
}
