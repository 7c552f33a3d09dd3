import { describe, expect, it, vi } from 'vitest';
import { coalesced } from './coalesced.ts';

describe('changes that the stream tells', () => {
  it('are read once when they come at once', async () => {
    const read = vi.fn(async () => {});
    const hear = coalesced(read, 1);
    for (const phone of ['asha', 'asha', 'ramesh']) hear({ change: 'phone', phone });
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(read.mock.calls).toEqual([
      [
        [
          { change: 'phone', phone: 'asha' },
          { change: 'phone', phone: 'ramesh' },
        ],
      ],
    ]);
  });

  it('are read after the reading before them, never beside it', async () => {
    let beside = 0;
    let most = 0;
    const seen: number[] = [];
    const hear = coalesced(async (all: number[]) => {
      beside += 1;
      most = Math.max(most, beside);
      await new Promise((done) => setTimeout(done, 5));
      seen.push(...all);
      beside -= 1;
    }, 1);
    for (const one of [1, 2, 3, 4, 5]) {
      hear(one);
      await new Promise((done) => setTimeout(done, 2));
    }
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3, 4, 5]));
    expect(most).toBe(1);
  });

  it('are heard again after a reading that failed', async () => {
    const read = vi.fn(async () => {});
    read.mockRejectedValueOnce(new Error('no network'));
    const failed = new Promise((resolve) => process.once('unhandledRejection', resolve));
    const hear = coalesced(read, 1);
    hear(1);
    await failed;
    hear(2);
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });
});
