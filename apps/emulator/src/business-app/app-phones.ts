import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { DeviceView, LabelView, Language } from '../phones/view.ts';
import type { Collection, Index } from '../world/collection.ts';
import { type NewBusiness, openBusiness } from './open-business.ts';

/** A phone with the WhatsApp Business app; the number is its id. */
export interface AppPhone {
  id: string;
  language: Language;
  online: boolean;
  /** When its owner last did something with it; long idleness ends what is joined to it. */
  usedAt: number;
  labels: LabelView[];
  devices: DeviceView[];
  /** Customers whom the owner blocked. */
  blocked: string[];
  createdAt: number;
}

/** What the owner noted about a chat: a name in the address book, labels. */
export interface AppNote {
  /** `<number id> <chat>` */
  id: string;
  numberId: string;
  chat: string;
  name?: string;
  labels: string[];
}

/** A group of the app. It stands in the place of a customer in its messages and in the list of chats. */
export interface AppGroup {
  id: string;
  numberId: string;
  name: string;
  members: string[];
}

export interface AppPhones {
  all: Collection<AppPhone>;
  notes: Collection<AppNote>;
  groups: Collection<AppGroup>;
  notesOf: Index<AppNote>;
  noteOf(numberId: string, chat: string): AppNote | undefined;
  note(numberId: string, chat: string, patch: Partial<AppNote>): AppNote;
  /** A number that lives in the app alone, with everything that it needs to be. */
  create(business: NewBusiness & { language: Language }): BusinessNumber;
  /** A phone with the app for a number that is there already. */
  equip(numberId: string, language: Language): void;
}

/** The labels that the app begins with. */
const usualLabels: LabelView[] = [
  { id: 'new-customer', name: 'New customer', color: '#2f8fd8' },
  { id: 'new-order', name: 'New order', color: '#d9a024' },
  { id: 'pending-payment', name: 'Pending payment', color: '#d95f4b' },
  { id: 'paid', name: 'Paid', color: '#3aa655' },
  { id: 'order-complete', name: 'Order complete', color: '#7a5fc0' },
];

export function createAppPhones(emulator: Emulator): AppPhones {
  const { world } = emulator;
  const all = world.collection<AppPhone>('app-phones');
  const notes = world.collection<AppNote>('app-notes');
  const noteOf = (numberId: string, chat: string) => notes.get(`${numberId} ${chat}`);
  const equip: AppPhones['equip'] = (id, language) => {
    const now = world.clock.now();
    const things = { labels: usualLabels, devices: [], blocked: [] };
    all.put({ id, language, online: true, usedAt: now, createdAt: now, ...things });
  };
  return {
    all,
    notes,
    groups: world.collection<AppGroup>('app-groups'),
    notesOf: notes.index(({ numberId }) => numberId),
    noteOf,
    note(numberId, chat, patch) {
      const id = `${numberId} ${chat}`;
      return notes.has(id)
        ? notes.change(id, patch)
        : notes.put({ id, numberId, chat, labels: [], ...patch });
    },
    equip,
    create({ language, ...business }) {
      const number = openBusiness(emulator, business);
      equip(number.id, language);
      return number;
    },
  };
}
