import { createHash } from 'node:crypto';
import { webhookError, refuse } from '../graph/errors.ts';

const largest = 5 * 1024 * 1024;
const narrowest = 192;

export interface GroupPicture {
  mime: 'image/jpeg';
  sha256: string;
  /** Its address for phones, once it is kept. */
  url?: string;
  /** Why it cannot be the picture of a group. */
  error?: ReturnType<typeof webhookError>;
}

/** Reads a picture for a group: a JPEG of at most 5 MB, square, at least 192 pixels wide (Meta, "Group management"). */
export function readPicture(bytes: Uint8Array): GroupPicture {
  if (bytes.length > largest) refuse(131009, 'The profile picture must not be larger than 5 MB.');
  const size = sizeOfJpeg(bytes) ?? refuse(131009, 'The profile picture must be a JPEG.');
  const picture = {
    mime: 'image/jpeg' as const,
    sha256: createHash('sha256').update(bytes).digest('base64'),
  };
  if (size.width !== size.height)
    return { ...picture, error: webhookError(131209, 'The profile picture must be square.') };
  if (size.width < narrowest)
    return {
      ...picture,
      error: webhookError(131210, 'The profile picture must be at least 192 pixels wide.'),
    };
  return picture;
}

/** Looks for the frame header among the segments of a JPEG; null when the bytes are none. */
function sizeOfJpeg(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xff_d8) return null;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** C0 to CF, without the three of them that hold tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
