import { Worker } from 'node:worker_threads';
import type { Traits } from './sniff.ts';

export interface Drawing {
  kind: 'picture' | 'document';
  bytes: Uint8Array;
}

/** What can be shown of a file, as WebP. */
export interface Drawn {
  width?: number;
  height?: number;
  pages?: number;
  thumbnail?: Uint8Array;
  preview?: Uint8Array;
}

/** A picture of more pixels is not opened: a few bytes can claim billions of them. */
const mostPixels = 50_000_000;
const mostBytesDrawn = 32 * 1024 * 1024;
const withinMilliseconds = 20_000;
const mostAtOnce = 2;

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp']);

export function drawingOf({ mime, width, height }: Traits, size: number): Drawing['kind'] | null {
  if (size > mostBytesDrawn) return null;
  if (mime === 'application/pdf') return 'document';
  if (!pictures.has(mime) || width === undefined || height === undefined) return null;
  return width > 0 && height > 0 && width * height <= mostPixels ? 'picture' : null;
}

/**
 * Draws what a browser is shown of a file, or null when that cannot be done. It happens in a thread of its own, which ends
 * with it: what a file does to the code that reads it, or how long it makes it run, ends there as well.
 */
export async function draw(drawing: Drawing): Promise<Drawn | null> {
  // Each holds the pixels of a whole picture.
  while (drawings.size >= mostAtOnce) await Promise.race(drawings);
  const one = drawAlone(drawing);
  drawings.add(one);
  try {
    return await one;
  } finally {
    drawings.delete(one);
  }
}

const drawings = new Set<Promise<unknown>>();

async function drawAlone(drawing: Drawing): Promise<Drawn | null> {
  const thread = new Worker(new URL('./preview-thread.ts', import.meta.url), {
    env: {},
    workerData: drawing,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const { promise, resolve } = Promise.withResolvers<Drawn | null>();
  const timer = setTimeout(() => resolve(null), withinMilliseconds);
  thread.once('message', (drawn: Drawn) => resolve(drawn));
  thread.once('error', () => resolve(null));
  thread.once('exit', () => resolve(null));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
