import type { ReactNode } from 'react';
import { directionOfTemplate } from './template/phone-words.ts';
import './wallpaper.css';

interface ChatPieceProps {
  language: string;
  /** What it shows, for whoever cannot see it. */
  label: string;
  /** Shown above it. */
  caption?: string | undefined;
  children: ReactNode;
}

/** A message on the wallpaper of a chat, where a whole phone would be too much. */
export function ChatPiece({ language, label, caption, children }: ChatPieceProps) {
  return (
    <figure aria-label={label} className="grid min-w-0 content-start gap-1.5">
      {caption && <figcaption className="text-sm font-medium text-ink-2">{caption}</figcaption>}
      <div
        dir={directionOfTemplate(language)}
        className="chat-wallpaper min-w-0 overflow-hidden rounded-lg border border-line p-3 text-chat-ink"
      >
        {children}
      </div>
    </figure>
  );
}
