import type { MediaParts } from './modules/messaging/index.ts';
import { scanAt } from './modules/messaging/index.ts';
import type { Config } from './config.ts';
import { createOutbound } from './platform/outbound/index.ts';
import { derive } from './platform/secrets/index.ts';

interface Given extends Omit<MediaParts, 'links' | 'scan' | 'keptDays'> {
  config: Config;
  installationKey: Buffer;
  publicUrl: string;
}

/** What of the settings media need, with a client that reaches the operator's scanner and nothing else that is private. */
export function openMedia({ config, installationKey, publicUrl, ...parts }: Given): {
  media: MediaParts;
  close: () => Promise<void>;
} {
  const { mediaScanUrl, mediaKeptDays, mediaOrigin } = config;
  const outbound =
    mediaScanUrl === undefined ? null : createOutbound({ allowPrivate: [hostOf(mediaScanUrl)] });
  const media = {
    ...parts,
    links: { key: derive(installationKey, 'media links', 32), origin: () => mediaOrigin ?? publicUrl },
    scan: mediaScanUrl === undefined || outbound === null ? null : scanAt(mediaScanUrl, outbound),
    keptDays: mediaKeptDays,
  };
  return { media, close: async () => outbound?.close() };
}

function hostOf(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}
