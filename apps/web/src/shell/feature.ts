import type { AnyRoute } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Words } from '../i18n/words.ts';

/** The rail's sections, top to bottom. A section without places is not drawn. */
export const sections = ['daily', 'grow', 'sell', 'run', 'measure', 'settings'] as const;
export type Section = (typeof sections)[number];

/** A destination in the rail, the palette and, for the first four, a phone's bottom bar. */
export interface Place {
  route: Pick<AnyRoute, 'fullPath'>;
  label: Words;
  icon: LucideIcon;
  section: Section;
  /** Two keys in a row that go there: "g h". */
  keys?: string;
  /** What must be allowed for it to be shown, any one of several; the data layer decides. */
  needs?: string | readonly string[];
  /** Drawn after the label: an unread count that keeps itself up to date. */
  Badge?: ComponentType;
}

/** What a feature hands to routes.tsx: everything the shell knows about it. */
export interface Feature {
  name: string;
  places: readonly Place[];
  /** Drawn once, everywhere, showing nothing: registers the commands that work on every page. */
  Everywhere?: ComponentType;
}

/** Parts of the shell that belong to a feature the shell may not import. */
export interface Slots {
  Workspace?: ComponentType<{ compact: boolean }>;
  Account?: ComponentType;
  Notice?: ComponentType;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name: document title, and what is announced when it opens. */
    title?: Words;
  }
}
