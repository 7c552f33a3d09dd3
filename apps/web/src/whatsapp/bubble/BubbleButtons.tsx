import {
  Copy,
  ExternalLink,
  List,
  Phone,
  PhoneCall,
  Reply,
  SquareMenu,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../../ui/classes.ts';
import { whatsappMessages } from '../messages.ts';
import type { ButtonKind, DrawnButton } from '../template/drawn.ts';
import { phoneWords } from '../template/phone-words.ts';

const icons: Record<ButtonKind, LucideIcon | null> = {
  reply: Reply,
  link: ExternalLink,
  phone: Phone,
  copy: Copy,
  flow: SquareMenu,
  catalog: null,
  products: List,
  call: PhoneCall,
  order: null,
  contact: UserRound,
};

interface BubbleButtonsProps {
  buttons: readonly DrawnButton[];
  language: string;
}

/** Up to three; of more, WhatsApp shows two and opens the rest from “See all options”. */
export function BubbleButtons({ buttons, language }: BubbleButtonsProps) {
  const t = useT(whatsappMessages);
  const [open, setOpen] = useState(false);
  if (buttons.length === 0) return null;
  const folds = buttons.length > 3;
  const shown = folds && !open ? buttons.slice(0, 2) : buttons;
  return (
    <ul aria-label={t('buttons')} className="-mx-1 mt-1 grid">
      {shown.map((button) => (
        <li key={button.place} className={look}>
          <Label button={button} />
        </li>
      ))}
      {folds && (
        <li className="grid">
          <button type="button" onClick={() => setOpen(!open)} className={classes(look, 'w-full')}>
            <List aria-hidden className="size-4 shrink-0" />
            {open ? t('close') : phoneWords(language).seeAll}
          </button>
        </li>
      )}
    </ul>
  );
}

const look =
  'flex min-h-10 items-center justify-center gap-2 border-t border-chat-ink/10 px-2 text-center text-md font-medium text-chat-link';

function Label({ button: { kind, label, leads } }: { button: DrawnButton }) {
  const Icon = icons[kind];
  return (
    <span title={leads ?? undefined} className="flex min-w-0 items-center gap-2">
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <bdi className="truncate">{label || '…'}</bdi>
    </span>
  );
}
