import { useNavigate } from '@tanstack/react-router';
import { CircleAlert, Hash, MessageSquare } from 'lucide-react';
import { useMemo } from 'react';
import { isId } from '../../data/address-id.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command, CommandSource } from '../../shell/commands/command.ts';
import { useCommands, useCommandSource } from '../../shell/commands/registry.ts';
import { messagePlaceMessages } from './place-messages.ts';

const none: readonly Command[] = [];

/** An id that is typed or pasted into the palette leads to its message at once. */
export function MessageCommands() {
  const t = useT(messagePlaceMessages);
  const navigate = useNavigate();
  const mayRead = useAllows()('messages.read');
  const source = useMemo(
    (): CommandSource => ({
      id: 'messages.by-id',
      search: (text) => {
        const messageId = text.toLowerCase();
        if (!mayRead || !isId(messageId)) return Promise.resolve(none);
        const open: Command = {
          id: `messages.open.${messageId}`,
          label: t('open', { id: messageId }),
          group: t('group'),
          icon: MessageSquare,
          alsoKnownAs: [text],
          run: () => void navigate({ to: '/messages/$messageId', params: { messageId } }),
        };
        return Promise.resolve([open]);
      },
    }),
    [t, navigate, mayRead],
  );
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'messages.find',
        label: t('find'),
        group: t('group'),
        icon: Hash,
        alsoKnownAs: ['message id uuid wamid inspect trace'],
        run: () => void navigate({ to: '/messages', search: { find: true } }),
      },
      {
        id: 'messages.failed',
        label: t('failed'),
        group: t('group'),
        icon: CircleAlert,
        alsoKnownAs: ['undelivered errors'],
        run: () => void navigate({ to: '/messages', search: { status: 'failed' } }),
      },
    ],
    [t, navigate],
  );
  useCommandSource(source);
  useCommands(mayRead ? commands : none);
  return null;
}
