import { ArrowLeft, EllipsisVertical, Mic, Paperclip, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { initials } from '../ui/display/initials.ts';
import { directionOfTemplate, phoneWords } from './template/phone-words.ts';
import './wallpaper.css';

interface PhoneFrameProps {
  /** The name at the top of the chat. */
  business: string;
  /** Of the customer’s phone, whatever the reader’s own is. */
  theme: 'light' | 'dark';
  language: string;
  /** What it shows, for whoever cannot see it. */
  label: string;
  children: ReactNode;
}

/** A phone of 360 pixels with a chat open. All but the message is scenery. */
export function PhoneFrame({ business, theme, language, label, children }: PhoneFrameProps) {
  const says = phoneWords(language);
  return (
    <figure
      aria-label={label}
      data-theme={theme}
      dir={directionOfTemplate(language)}
      className="mx-auto flex h-[min(640px,calc(100dvh-13rem))] min-h-112 w-full max-w-[360px] flex-col overflow-hidden rounded-[28px] border-6 border-control bg-chat-wall text-chat-ink shadow-float"
    >
      <div aria-hidden className="flex items-center gap-2.5 bg-chat-in px-2 py-2">
        <ArrowLeft className="size-5 shrink-0 rtl:-scale-x-100" />
        <span className="grid size-9 shrink-0 place-items-center rounded-full bg-chat-link text-sm font-semibold text-chat-in">
          {initials(business)}
        </span>
        <bdi className="min-w-0 flex-1 truncate text-lg font-medium">{business}</bdi>
        <Phone className="size-5 shrink-0" />
        <EllipsisVertical className="size-5 shrink-0" />
      </div>
      <div className="chat-wallpaper min-h-0 flex-1 overflow-y-auto px-3 py-3">
        <p
          aria-hidden
          className="mx-auto mb-3 w-fit rounded-md bg-chat-in px-2.5 py-1 text-xs text-chat-faint"
        >
          {says.today}
        </p>
        {children}
      </div>
      <div aria-hidden className="chat-wallpaper flex items-center gap-2 px-2 pb-3">
        <span className="flex h-11 flex-1 items-center justify-between rounded-full bg-chat-in px-4 text-lg text-chat-faint">
          {says.message}
          <Paperclip className="size-5" />
        </span>
        <span className="grid size-11 place-items-center rounded-full bg-chat-link text-chat-in">
          <Mic className="size-5" />
        </span>
      </div>
    </figure>
  );
}
