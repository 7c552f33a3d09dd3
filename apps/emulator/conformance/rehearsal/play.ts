import type { Scene } from './scene.ts';
import { answering } from './scenes/answering.ts';
import { calling } from './scenes/calling.ts';
import { coexisting } from './scenes/coexisting.ts';
import { gathering } from './scenes/gathering.ts';
import { onboarding } from './scenes/onboarding.ts';
import { ruling } from './scenes/ruling.ts';
import { templating } from './scenes/templating.ts';
import { writing } from './scenes/writing.ts';
import type { Town } from './town.ts';

/** In this order: accounts end when everything else is over. */
export const scenes: readonly Scene[] = [
  ...writing,
  ...answering,
  ...calling,
  ...gathering,
  ...onboarding,
  ...templating,
  ...coexisting,
  ...ruling,
];

export interface Stumble {
  says: string;
  why: string;
}

/** Scenes that cannot be played are told, and the others go on. */
export async function play(town: Town, played: readonly Scene[]): Promise<Stumble[]> {
  const stumbles: Stumble[] = [];
  for (const { says, play } of played) {
    try {
      await play(town);
    } catch (error) {
      stumbles.push({ says, why: error instanceof Error ? error.message : String(error) });
    }
    await town.pass(60);
  }
  return stumbles;
}
