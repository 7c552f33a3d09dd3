import { consentCondition } from './modules/consent/index.ts';
import type { HigherConditions } from './modules/contacts/index.ts';
import { lastMessageCondition } from './modules/messaging/index.ts';

/** What filters of contacts ask of modules above them. */
export const contactConditions: HigherConditions = {
  consent: consentCondition,
  lastMessage: lastMessageCondition,
};
