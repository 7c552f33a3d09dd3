import { Gift } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../../ui/display/clock.ts';
import type { DrawnMessage } from '../template/drawn.ts';
import { phoneWords } from '../template/phone-words.ts';

const hour = 3_600_000;

/** The end is told as the message is sent; the preview takes one two days from when it was opened. */
export function Offer({ offer, language }: { offer: NonNullable<DrawnMessage['offer']>; language: string }) {
  const now = useNow().getTime();
  const [end] = useState(now + 48 * hour - 1);
  const left = Math.max(0, end - now);
  const says = phoneWords(language);
  return (
    <div className="flex items-center gap-2.5 rounded-md bg-chat-ink/6 px-2.5 py-2">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-chat-link text-chat-in">
        <Gift aria-hidden className="size-5" />
      </span>
      <span className="grid min-w-0 text-sm">
        <bdi className="truncate font-semibold">{offer.text}</bdi>
        {offer.expires && (
          <span className="text-bad">
            {says.endsIn(Math.floor(left / (24 * hour)), Math.floor(left / hour) % 24)}
          </span>
        )}
        {offer.code && <bdi className="text-chat-faint">{says.offerCode(offer.code)}</bdi>}
      </span>
    </div>
  );
}
