import { MapPin, ShoppingBag } from 'lucide-react';
import { FormattedText } from '../format/FormattedText.tsx';
import type { DrawnHeader } from '../template/drawn.ts';
import { phoneWords } from '../template/phone-words.ts';
import { HeaderFile } from './HeaderFile.tsx';

interface BubbleHeaderProps {
  header: DrawnHeader;
  language: string;
  marked: boolean;
}

export function BubbleHeader({ header, language, marked }: BubbleHeaderProps) {
  const says = phoneWords(language);
  if (header.kind === 'text') {
    return (
      <div className="px-1.5 pt-1 font-semibold wrap-anywhere">
        <FormattedText filled={header.text} marked={marked} />
      </div>
    );
  }
  if (header.kind === 'location' || header.kind === 'product') {
    const isPlace = header.kind === 'location';
    const Icon = isPlace ? MapPin : ShoppingBag;
    return (
      <div className="overflow-hidden rounded-md bg-chat-ink/6">
        <div className="grid h-28 place-items-center text-chat-faint">
          <Icon aria-hidden className="size-9" strokeWidth={1.5} />
        </div>
        <div className="grid bg-chat-ink/4 px-2.5 py-1.5 text-sm">
          <span className="font-medium">{isPlace ? says.place : says.product}</span>
          <span className="text-chat-faint">{isPlace ? says.address : says.price}</span>
        </div>
      </div>
    );
  }
  return <HeaderFile kind={header.kind} file={header.file} />;
}
