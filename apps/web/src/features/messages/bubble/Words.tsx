import { FileText, Image, MapPin, Mic, Smile, User, Video, type LucideIcon } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import type { Message } from '../queries.ts';
import { templateName } from './content.ts';
import { bubbleMessages } from './messages.ts';

const kinds = {
  image: Image,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Smile,
  location: MapPin,
  contacts: User,
} as const satisfies Record<string, LucideIcon>;

const isKind = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** What is said, with a sign for what is not words. */
export function Words({ message: { type, text, content } }: { message: Message }) {
  const t = useT(bubbleMessages);
  if (isKind(type)) {
    const Icon = kinds[type];
    return (
      <>
        <p className="flex items-center gap-2 rounded-md bg-current/8 px-2.5 py-3 text-body">
          <Icon aria-hidden className="size-5 shrink-0" />
          {t(type)}
        </p>
        {text && <Paragraph text={text} />}
      </>
    );
  }
  if (text) return <Paragraph text={text} />;
  const name = templateName(content);
  return (
    <p className="text-body text-chat-faint italic wrap-anywhere">
      {name ? t('template', { name }) : t('other', { type })}
    </p>
  );
}

function Paragraph({ text }: { text: string }) {
  return (
    <p dir="auto" className="text-md wrap-anywhere whitespace-pre-wrap">
      {text}
    </p>
  );
}
