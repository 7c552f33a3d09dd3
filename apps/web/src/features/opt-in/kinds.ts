import {
  Code2,
  Globe,
  KeyRound,
  Megaphone,
  MessageCircleQuestion,
  PanelTop,
  QrCode,
  type LucideIcon,
} from 'lucide-react';
import type { Point } from './queries.ts';

export type Kind = Point['kind'];

/** In the order in which they are offered: the quickest to set up first. */
export const kindIcons: Readonly<Record<Kind, LucideIcon>> = {
  counter: QrCode,
  page: PanelTop,
  website: Globe,
  click_to_whatsapp: Megaphone,
  keyword: KeyRound,
  chat: MessageCircleQuestion,
  api: Code2,
};
export const kinds = Object.keys(kindIcons) as Kind[];

/** Where people write first, so that it needs a number. */
export const beginsInChat = (kind: Kind): boolean =>
  ['counter', 'click_to_whatsapp', 'keyword', 'chat'].includes(kind);

/** Where they type a number, so that a Yes can be asked for. */
export const hasForm = (kind: Kind): boolean => ['website', 'page', 'counter'].includes(kind);
