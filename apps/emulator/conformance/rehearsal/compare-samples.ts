import { differences } from '../samples.ts';
import type { Difference } from '../shape.ts';
import type { Heard } from './receiver.ts';
import { sampleKinds } from './sample-kinds.ts';

export interface Compared {
  sample: string;
  /** How many webhooks of the kind came. */
  came: number;
  /** Of the one that is nearest to the recording. */
  differences: Difference[];
}

/** Every recorded body beside the webhooks of its kind. */
export function compareSamples(samples: ReadonlyMap<string, unknown>, heard: readonly Heard[]): Compared[] {
  return [...samples].map(([sample, recorded]) => {
    const fits = sampleKinds[sample] ?? (() => false);
    const found = heard.filter(fits).map(({ body }) => differences(sample, recorded, body));
    const nearest = found.toSorted((one, other) => one.length - other.length)[0];
    return { sample, came: found.length, differences: nearest ?? [] };
  });
}
