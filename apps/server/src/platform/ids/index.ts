import { randomFillSync } from 'node:crypto';

const randomPool = Buffer.alloc(4096);
let used = randomPool.length;
let asked = 0;
let time = 0;
let sequence = 0;

/**
 * A UUID of version 7: 48 bits of time, 12 bits that count within the millisecond, 62 random bits.
 * Made here rather than by PostgreSQL because uuidv7() exists only from version 18 on. Ids of one process
 * rise strictly as long as its clock does not go back; a test's clock may, so time is the caller's.
 */
export function newId(now: Date): string {
  const millisecond = now.getTime();
  if (millisecond < asked || millisecond > time) {
    time = millisecond;
    sequence = 0;
  } else if (sequence < 0xfff) {
    sequence += 1;
  } else {
    // Past 4,096 ids in one millisecond they borrow from the next, and go on from there when it comes.
    time += 1;
    sequence = 0;
  }
  asked = millisecond;
  const hex = time.toString(16).padStart(12, '0');
  const count = (0x7000 | sequence).toString(16);
  const tail = randomBytes(8);
  tail[0] = 0x80 | (tail[0]! & 0x3f);
  const random = tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${count}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** Below every id of this time and above every earlier one: where a range of ids begins. */
export function smallestId(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function randomBytes(length: number): Buffer {
  if (used + length > randomPool.length) {
    randomFillSync(randomPool);
    used = 0;
  }
  used += length;
  return randomPool.subarray(used - length, used);
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
