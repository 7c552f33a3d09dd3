import type { LucideIcon } from 'lucide-react';

/** Something a person can do from where they are: listed in the palette, run by its keys, shown under `?`. */
export interface Command {
  /** Unique while registered: "members.invite". */
  id: string;
  /** A verb and its object: "Invite a member". */
  label: string;
  /** The heading it stands under in the palette and the help. */
  group: string;
  run: () => void;
  /** "mod+k", "shift+d", "g h" (one after the other), "?". */
  keys?: string;
  icon?: LucideIcon;
  /** Other words a person might look for it by, in any language. */
  alsoKnownAs?: readonly string[];
  /** A key only, with no line in the palette. */
  keyOnly?: boolean;
}

/** Finds things by what is typed: people, orders, templates. Asked only while the palette is open. */
export interface CommandSource {
  id: string;
  search(text: string, signal: AbortSignal): Promise<readonly Command[]>;
}
