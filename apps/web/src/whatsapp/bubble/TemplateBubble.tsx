import { PhoneIncoming } from 'lucide-react';
import { formatDate } from '../../i18n/format-date.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { useNow } from '../../ui/display/clock.ts';
import { whatsappMessages } from '../messages.ts';
import type { DrawnMessage } from '../template/drawn.ts';
import { directionOfTemplate, phoneWords } from '../template/phone-words.ts';
import { BubbleButtons } from './BubbleButtons.tsx';
import { BubbleHeader } from './BubbleHeader.tsx';
import { BubbleText } from './BubbleText.tsx';
import { Carousel } from './Carousel.tsx';
import { Offer } from './Offer.tsx';

interface TemplateBubbleProps {
  message: DrawnMessage;
  /** Values are told apart by where they come from. */
  marked?: boolean;
}

/** A template message as the customer gets it, words as words and buttons as a list for whoever cannot see it. */
export function TemplateBubble({ message, marked = false }: TemplateBubbleProps) {
  const t = useT(whatsappMessages);
  const { header, body, footer, buttons, cards, offer, asksToCall, language, foldsEarly } = message;
  const hasWords = body !== null && body.text.trim() !== '';
  return (
    <div
      lang={language.replace('_', '-')}
      dir={directionOfTemplate(language)}
      className="grid min-w-0 gap-1.5 text-lg leading-5 text-chat-ink"
    >
      <div className="grid w-full max-w-[88%] min-w-52 gap-1 rounded-lg rounded-ss-none bg-chat-in p-1 shadow-[0_1px_0.5px_rgb(11_20_26/0.13)]">
        {header && <BubbleHeader header={header} language={language} marked={marked} />}
        {offer && <Offer offer={offer} language={language} />}
        {hasWords ? (
          <BubbleText filled={body} language={language} foldsEarly={foldsEarly} marked={marked} />
        ) : (
          <p className="px-1.5 text-chat-faint italic">{t('noWords')}</p>
        )}
        <div className="flex items-end justify-between gap-3 px-1.5">
          <p dir="auto" className="min-w-0 text-sm text-chat-faint wrap-anywhere">
            {footer}
          </p>
          <BubbleTime />
        </div>
        {asksToCall && <CallQuestion language={language} />}
        <BubbleButtons buttons={buttons} language={language} />
      </div>
      {cards.length > 0 && <Carousel cards={cards} language={language} marked={marked} />}
    </div>
  );
}

function BubbleTime() {
  const locale = useLocale();
  return <bdi className="shrink-0 text-2xs text-chat-faint">{formatDate(useNow(), 'time', locale)}</bdi>;
}

function CallQuestion({ language }: { language: string }) {
  const says = phoneWords(language);
  return (
    <div className="grid gap-1 px-1.5 pt-1">
      <p className="flex items-center gap-2 font-medium">
        <PhoneIncoming aria-hidden className="size-4 shrink-0 text-chat-link" />
        {says.mayWeCall}
      </p>
      <p className="-mx-2.5 grid min-h-10 place-items-center border-t border-chat-ink/10 text-md font-medium text-chat-link">
        {says.choose}
      </p>
    </div>
  );
}
