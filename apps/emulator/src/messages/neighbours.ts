import type { BusinessNumber } from '../directory/records.ts';
import type { OutgoingMessage, SendTemplate } from '@trikon/whatsapp';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import type { TemplateUse } from './message.ts';

/** A template that may be sent: what it counts as, and whether its pacing holds the message back. */
export interface UsableTemplate {
  use: TemplateUse;
  filled: JsonObject;
  held: boolean;
}

/** What messages ask of other capabilities; each is wired where the emulator is put together. */
export interface Neighbours {
  /** Refuses a send that does not fit the stored template. */
  useTemplate: (send: { number: BusinessNumber; template: SendTemplate; lite: boolean }) => UsableTemplate;
  /** Refuses content that names what is not there, or that this person must not be sent now. Groups are nobody. */
  checkReferences: (number: BusinessNumber, content: JsonObject, person?: Person) => void;
  /** Fetches media that are named by link, where there are any: a reason when they cannot be had. */
  fetchLinks: (number: BusinessNumber, content: JsonObject) => Promise<string | null> | null;
  mayOpenConversation: (businessId: string, person: string) => boolean;
  /** The country from which authentication messages abroad have a rate of their own. */
  internationalFrom: (number: BusinessNumber, country: string) => string | undefined;
  isBlockedByBusiness: (number: BusinessNumber, person: string) => boolean;
  /** Why the number may not send at all now: locked, restricted, in maintenance. */
  refusalToSend: (
    number: BusinessNumber,
    initiative: 'business' | 'customer',
  ) => { code: number; details: string } | null;
  sendToGroup: (number: BusinessNumber, body: OutgoingMessage, content: JsonObject) => unknown;
}
