import type { Assembled } from '../assemble.ts';
import { makeHandlooms } from './handlooms/handlooms.ts';
import { makeSampleCatalog } from './sample-catalog.ts';
import { makeSamplePayments } from './sample-payments.ts';
import { makeSamplePeople } from './sample-people.ts';
import { makeSampleTemplates } from './sample-templates.ts';
import { makeSampleWorld, sample } from './sample-world.ts';

/** What every new world has, so that the examples of the README can be copied. */
export async function makeSample({
  emulator,
  people,
  templates,
  commerce,
  payments,
  messages,
  apps,
  media,
}: Assembled): Promise<void> {
  const { world, directory } = emulator;
  makeSampleWorld(world, directory);
  for (const { id } of directory.wabas.values()) makeSampleTemplates(templates, id);
  makeSampleCatalog(emulator, { ...sample, shelves: commerce.shelves });
  makeSamplePayments(payments.ledger, sample.wabaId);
  makeSamplePeople(people);
  await makeHandlooms({ messages, apps, media });
}
