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

/** Operations that no example calls, and why. */
export const withoutExample: Record<string, string> = {
  'POST /{Phone-Number-ID}/messages_encrypted': 'the encryption is not described',
  'POST /{group_id}/participants': 'people join by invite link alone',
  'GET /{Migration-Intent-ID}': 'moves of an account between partners; described by the specification alone',
  'GET /{OBO-Mobility-Intent-ID}':
    'moves of an account between partners; described by the specification alone',
  'POST /{WABA-ID}/obo_mobility_intent':
    'moves of an account between partners; described by the specification alone',
  'POST /{WABA-ID}/set_obo_mobility_intent':
    'moves of an account between partners; described by the specification alone',
  'POST /{WABA-ID}/set_solution_migration_intent':
    'moves of an account between partners; described by the specification alone',
  'GET /{WABA-Bot-ID}': 'no call gives the id of a bot; commands are read from the number',
  'POST /whatsapp/webhooks': 'Meta calls, the business answers: webhooks are checked as they arrive',
};
