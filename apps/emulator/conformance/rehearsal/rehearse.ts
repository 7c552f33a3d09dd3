import { sample } from '../../src/sample/sample-world.ts';
import type { Deviation } from '../check.ts';
import { conform, type Outcome } from '../conform.ts';
import { coverage, type Covered } from '../coverage.ts';
import { type Accepted, findAccepted } from '../deviations.ts';
import { examples, withoutExample } from '../examples/all.ts';
import { loadSamples, loadTemplateRequests } from '../samples.ts';
import { loadSpec, type Spec } from '../spec.ts';
import { probe, readUnsupported, type Unsupported } from '../unsupported.ts';
import { compareSamples, type Compared } from './compare-samples.ts';
import { play, scenes, type Stumble } from './play.ts';
import type { Heard } from './receiver.ts';
import { recordedTemplates } from './scenes/templating.ts';
import { prepareIds } from './stock.ts';
import { openTown } from './town.ts';

/** What Meta published, and what was recorded. */
export interface Reference {
  spec: Spec;
  samples: ReadonlyMap<string, unknown>;
  requests: ReadonlyMap<string, unknown>;
}

/** Nothing when the folder is not there. */
export function loadReference(folder?: string): Reference | undefined {
  const spec = loadSpec(folder);
  const samples = loadSamples(folder);
  const requests = loadTemplateRequests(folder);
  return spec && samples && requests && { spec, samples, requests };
}

export interface CheckedWebhooks {
  came: number;
  fields: string[];
  /** By field. */
  unlisted: { field: string; deviation: Deviation }[];
  listed: { field: string; deviation: Deviation; entry: Accepted }[];
}

export interface Rehearsal {
  covered: Covered[];
  outcomes: Outcome[];
  webhooks: CheckedWebhooks;
  samples: Compared[];
  stumbles: Stumble[];
  /** Rows of the public list whose call is answered in another way. */
  untrue: { row: Unsupported; answered: string }[];
}

/** Makes every call in a town of its own, then lets everything happen there that webhooks tell of. */
export async function rehearse(
  { spec, samples, requests }: Reference,
  fetch: typeof globalThis.fetch,
): Promise<Rehearsal> {
  const town = await openTown(fetch);
  try {
    const ids = await prepareIds(town);
    const target = { base: town.base, token: sample.token, ids, fetch };
    const rows = readUnsupported();
    const untrue: Rehearsal['untrue'] = [];
    for (const row of rows) {
      const answered = await probe(row, target);
      if (answered !== row.error) untrue.push({ row, answered });
    }
    const outcomes = await conform(spec, examples, { ...target, wait: () => town.pass(10) });
    const stumbles = await play(town, [...recordedTemplates(requests), ...scenes]);
    return {
      outcomes,
      covered: coverage(spec, outcomes, { withoutExample, unsupported: rows }),
      webhooks: checkWebhooks(spec, town.heard),
      samples: compareSamples(samples, town.heard),
      stumbles,
      untrue,
    };
  } finally {
    await town.stop();
  }
}

/** Each deviation once for each field. */
function checkWebhooks(spec: Spec, heard: readonly Heard[]): CheckedWebhooks {
  const found = new Map<string, { field: string; deviation: Deviation }>();
  for (const { field, body } of heard) {
    for (const deviation of spec.checkWebhook(body))
      found.set(`${field} ${deviation.at} ${deviation.rule}`, { field, deviation });
  }
  const sorted = [...found.values()].map((one) => ({
    ...one,
    entry: findAccepted('webhooks', one.deviation),
  }));
  return {
    came: heard.length,
    fields: [...new Set(heard.map(({ field }) => field))].toSorted(),
    unlisted: sorted.filter(({ entry }) => !entry),
    listed: sorted.flatMap(({ entry, ...one }) => (entry ? { ...one, entry } : [])),
  };
}
