import type { BusinessNumber } from '../directory/records.ts';
import type { SendTemplate } from '@trikon/whatsapp';
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
  /** Refuses content that names media, Flows, products or payment settings that are not there. */
  checkReferences: (number: BusinessNumber, content: JsonObject) => void;
  /** Fetches media that are named by link, where there are any: a reason when they cannot be had. */
  fetchLinks: (number: BusinessNumber, content: JsonObject) => Promise<string | null> | null;
  mayOpenConversation: (businessId: string, person: string) => boolean;
  /** The country from which authentication messages abroad have a rate of their own. */
  internationalFrom: (number: BusinessNumber) => string | undefined;
  isBlockedByBusiness: (number: BusinessNumber, person: string) => boolean;
  sendToGroup: (number: BusinessNumber, groupId: string, content: JsonObject) => unknown;
}
