import { Ban, CornerUpRight } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { classes } from '../../../ui/classes.ts';
import { Time } from '../../../ui/display/Time.tsx';
import type { Message } from '../queries.ts';
import { buttonsIn, reactionsIn } from './content.ts';
import { bubbleMessages } from './messages.ts';
import { Ticks } from './Ticks.tsx';
import { Words } from './Words.tsx';

/** The message as it stands in the customer's WhatsApp, near enough to recognise it. */
export function Bubble({ message }: { message: Message }) {
  const t = useT(bubbleMessages);
  const { direction, at, status, forwarded, editedAt, revokedAt, content, reactions } = message;
  const isOut = direction === 'out';
  const buttons = buttonsIn(content);
  const emoji = reactionsIn(reactions);
  return (
    <figure aria-label={t('seen')} className="grid gap-1 rounded-lg bg-chat-wall px-4 py-6 text-chat-ink">
      <div
        className={classes(
          'grid max-w-[88%] min-w-32 gap-1',
          isOut ? 'justify-self-end' : 'justify-self-start',
        )}
      >
        <div
          className={classes(
            'grid gap-1 rounded-lg px-2.5 pt-2 pb-1.5 shadow-[0_1px_0.5px_rgb(11_20_26/0.13)]',
            isOut ? 'rounded-se-none bg-chat-out' : 'rounded-ss-none bg-chat-in',
          )}
        >
          {forwarded && (
            <p className="flex items-center gap-1 text-xs text-chat-faint italic">
              <CornerUpRight aria-hidden className="size-3.5" />
              {t('forwarded')}
            </p>
          )}
          {revokedAt ? (
            <p className="flex items-center gap-1.5 text-body text-chat-faint italic">
              <Ban aria-hidden className="size-4" />
              {t('revoked')}
            </p>
          ) : (
            <Words message={message} />
          )}
          <p className="flex items-center justify-end gap-1 text-2xs text-chat-faint">
            {editedAt && !revokedAt && <span>{t('edited')}</span>}
            <Time at={at} as="time" />
            {isOut && <Ticks status={status} />}
          </p>
        </div>
        {buttons.map((label) => (
          <p
            key={label}
            className={classes(
              'rounded-lg px-3 py-1.5 text-center text-body font-medium text-chat-link',
              isOut ? 'bg-chat-out' : 'bg-chat-in',
            )}
          >
            {label}
          </p>
        ))}
        {emoji.length > 0 && (
          <p
            aria-label={t('reaction')}
            className="-mt-2 justify-self-end rounded-full border border-line bg-chat-in px-1.5 py-0.5 text-sm"
          >
            {emoji.join(' ')}
          </p>
        )}
      </div>
    </figure>
  );
}
