import type { SystemTx } from '../../../platform/db/index.ts';
import { applyPreferences, hearWishes } from '../../consent/index.ts';
import {
  applyIdentityChanges,
  resolveContacts,
  type ContactsParts,
  type IdentityChange,
} from '../../contacts/index.ts';
import { applyNumberUpdates } from '../../numbers/index.ts';
import { applyTemplateUpdates } from '../../templates/index.ts';
import type { HearWishes } from './hear-wishes.ts';
import type { MessageNeighbours } from '../messages/neighbours.ts';
import type { Routed } from './routed.ts';

type Preferences = Parameters<typeof applyPreferences>[1];

/** Of what is not about messages, each part of the program takes its own, once. */
export interface ProcessingNeighbours extends MessageNeighbours {
  applyIdentityChanges: (tx: SystemTx, changes: IdentityChange[]) => Promise<unknown>;
  applyPreferences: (tx: SystemTx, changes: Preferences) => Promise<void>;
  hearWishes: HearWishes;
  applyTemplateUpdates: (tx: SystemTx, updates: Routed<'template'>[]) => Promise<void>;
  applyNumberUpdates: (tx: SystemTx, updates: Routed<'account' | 'number'>[]) => Promise<void>;
}

export interface NeighbourParts extends Pick<ProcessingNeighbours, 'settle'> {
  contacts: ContactsParts;
}

export const openNeighbours = ({ contacts, settle }: NeighbourParts): ProcessingNeighbours => ({
  resolveContacts: (tx, seen) => resolveContacts(tx, contacts, seen),
  applyIdentityChanges: (tx, changes) => applyIdentityChanges(tx, contacts, changes),
  applyPreferences,
  hearWishes,
  applyTemplateUpdates,
  applyNumberUpdates,
  settle,
});
