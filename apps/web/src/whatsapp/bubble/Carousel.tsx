import { useT } from '../../i18n/use-t.ts';
import { whatsappMessages } from '../messages.ts';
import type { DrawnPart } from '../template/drawn.ts';
import { BubbleButtons } from './BubbleButtons.tsx';
import { BubbleHeader } from './BubbleHeader.tsx';
import { FormattedText } from '../format/FormattedText.tsx';

interface CarouselProps {
  cards: readonly DrawnPart[];
  language: string;
  marked: boolean;
}

/** Swiped by finger, wheel or arrow key. */
export function Carousel({ cards, language, marked }: CarouselProps) {
  const t = useT(whatsappMessages);
  const count = cards.length;
  return (
    <div
      // The role is what lets it take the keyboard.
      role="region"
      aria-label={t('cards')}
      // Without it the keyboard could not scroll.
      tabIndex={0}
      className="-mx-3 flex snap-x snap-mandatory scroll-ps-3 items-stretch gap-1.5 overflow-x-auto px-3 pb-2"
    >
      {cards.map(({ place, header, body, buttons }, at) => (
        <section
          key={place}
          aria-label={t('card', { number: at + 1, count })}
          className="flex w-56 shrink-0 snap-start flex-col rounded-lg bg-chat-in p-1 shadow-[0_1px_0.5px_rgb(11_20_26/0.13)]"
        >
          {header && <BubbleHeader header={header} language={language} marked={marked} />}
          <div className="grow px-1.5 py-1.5 wrap-anywhere">
            {body && <FormattedText filled={body} marked={marked} />}
          </div>
          <BubbleButtons buttons={buttons} language={language} />
        </section>
      ))}
    </div>
  );
}
