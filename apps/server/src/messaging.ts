import type { Config } from './config.ts';
import { openDispatching } from './dispatching.ts';
import { openMedia } from './media.ts';
import { carryConsent, freezeConsent, holdoutMembersSql } from './modules/consent/index.ts';
import type { ContactsParts } from './modules/contacts/index.ts';
import { openArrivals, openNeighbours, openSamples, type SendParts } from './modules/messaging/index.ts';
import type { NumbersParts } from './modules/numbers/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Database } from './platform/db/index.ts';
import type { EventTail } from './platform/events/index.ts';
import type { Logger } from './platform/log/index.ts';
import type { Metrics } from './platform/metrics/index.ts';
import type { Storage } from './platform/storage/index.ts';

interface Around {
  db: Database;
  clock: Clock;
  tail: EventTail;
  metrics: Metrics;
  storage: Storage;
  numbers: NumbersParts;
  config: Config;
  installationKey: Buffer;
  publicUrl: string;
  log: Logger;
  report: (error: unknown, where: string) => void;
}

/** The way in and the way out, with what they hand to each other. */
export function openMessaging(around: Around) {
  const contacts: ContactsParts = { carryConsent, freezeConsent };
  const sending: SendParts = { contacts, holdouts: [suppressionHoldout] };
  const { media, close: closeMedia } = openMedia(around);
  const arrivals = openArrivals(around.db);
  const dispatching = openDispatching({ ...around, warn: (sentence) => around.log.error(sentence) });
  const neighbours = openNeighbours({ contacts, settle: dispatching.settle });
  const close = async (): Promise<void> => {
    await closeMedia();
    await dispatching.close();
  };
  const samples = openSamples(media);
  return { contacts, sending, arrivals, dispatching, neighbours, media, samples, close };
}

/** Lists of people who are kept without messages, to compare with. */
const suppressionHoldout: SendParts['holdouts'][number] = {
  name: 'suppression',
  members: (bind, { at }) => holdoutMembersSql(bind(at, 'timestamptz')),
};
