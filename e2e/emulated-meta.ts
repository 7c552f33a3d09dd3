import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator, type RunningEmulator } from '../apps/emulator/src/start.ts';
import { sample } from '../apps/emulator/src/sample/sample-world.ts';
import { openStage, type Stage } from './browser.ts';

export { sample };

export interface MetaStage extends Stage {
  /** The world that the program takes for Meta. */
  inside: RunningEmulator['inside'];
  /** Writes from an emulated phone to one of the sample's numbers. */
  answer(phone: string, text: string, numberId?: string): Promise<void>;
}

/** The whole program with the emulator in Meta's place, for its calls, its webhooks and its sign-up. */
export async function openMetaStage(settings: Record<string, string> = {}): Promise<MetaStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-e2e-meta-'));
  const emulator = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'e2e', rate: 1 });
  const stage = await openStage({
    TRIKON_GRAPH_URL: emulator.url,
    TRIKON_META_APP_ID: sample.appId,
    TRIKON_META_APP_SECRET: sample.appSecret,
    TRIKON_META_CONFIG_ID: sample.configId,
    TRIKON_META_BUSINESS_APP_CONFIG_ID: sample.businessAppConfigId,
    ...settings,
  });
  return {
    ...stage,
    inside: emulator.inside,
    answer: async (phone, text, numberId = sample.numberId) => {
      await fetch(`${emulator.url}/world/phones/${phone}/actions`, {
        method: 'POST',
        body: JSON.stringify({ type: 'send-text', chat: numberId, text }),
      });
    },
    stop: async () => {
      await stage.stop();
      await emulator.stop();
      await rm(folder, { recursive: true });
    },
  };
}
