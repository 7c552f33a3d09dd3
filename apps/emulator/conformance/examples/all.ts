import { accounts, accountsEnd } from './accounts.ts';
import type { Example } from './example.ts';
import { flowExamples, flowsEnd } from './flows.ts';
import { groups } from './groups.ts';
import { media, mediaEnd } from './media.ts';
import { messagesOfAllTypes } from './messages.ts';
import { numbers, registration } from './numbers.ts';
import { partners } from './partners.ts';
import { templateExamples, templatesEnd } from './templates.ts';

/** In the order in which they are made: what is needed is made first, what is destroyed goes last. */
export const examples: readonly Example[] = [
  ...accounts,
  ...media,
  ...templateExamples,
  ...flowExamples,
  ...numbers,
  ...messagesOfAllTypes,
  ...groups,
  ...partners,
  ...flowsEnd,
  ...templatesEnd,
  ...mediaEnd,
  ...accountsEnd,
  ...registration,
];

/** Operations that nobody can call on an emulator, and why. */
export const withoutExample: Record<string, string> = {
  'POST /whatsapp/webhooks': 'Meta calls, the business answers: webhooks are checked as they arrive',
};
