import type { Quality } from '../../directory/records.ts';
import type { Json } from '../../world/json.ts';
import type { World } from '../../world/world.ts';
import { day } from '../times.ts';

export type NumberFeedback = 'blocked' | 'delivered' | 'reported';

/** How customers take the messages of a number (Meta, "Quality rating"). */
export interface NumberQuality {
  note(numberId: string, feedback: NumberFeedback): void;
}

interface Count {
  /** Days since 1970. */
  day: number;
  delivered: number;
  dislike: number;
}

interface Tally {
  days: Count[];
  /** The last judgement; what others decide about the number stands until there is a different one. */
  judged?: Quality;
}

const week = 7;

/** Blocks and reports of the last seven days, of which recent ones weigh more, decide the quality of a number. */
export function createNumberQuality(
  world: World,
  setQuality: (numberId: string, quality: Quality) => void,
): NumberQuality {
  const tallies = new Map<string, Tally>();
  const setting = world.setting('number-quality', { scoreAfter: 20, yellowShare: 0.02, redShare: 0.05 });
  world.keep('number-feedback', {
    save: () => structuredClone([...tallies]) as unknown as Json[],
    restore(values) {
      tallies.clear();
      for (const [id, tally] of structuredClone(values) as unknown as [string, Tally][])
        tallies.set(id, tally);
    },
  });

  function judge(numberId: string, tally: Tally, today: number): void {
    const quality = qualityOf(tally.days, today, setting.value);
    if (quality === undefined || quality === tally.judged) return;
    const isFirst = tally.judged === undefined;
    tally.judged = quality;
    // As long as nobody disliked anything, what the number is already stands.
    if (!isFirst || quality !== 'GREEN') setQuality(numberId, quality);
  }

  return {
    note(numberId, feedback) {
      const today = Math.floor(world.clock.now() / day);
      let tally = tallies.get(numberId);
      if (!tally) tallies.set(numberId, (tally = { days: [] }));
      const count = countOf(tally, today);
      if (feedback === 'delivered') count.delivered += 1;
      else count.dislike += feedback === 'reported' ? 2 : 1;
      // A judgement with every delivery would only cost time.
      if (feedback !== 'delivered' || count.delivered % 10 === 0) judge(numberId, tally, today);
    },
  };
}

function countOf(tally: Tally, today: number): Count {
  const last = tally.days.at(-1);
  if (last?.day === today) return last;
  const count = { day: today, delivered: 0, dislike: 0 };
  tally.days = [...tally.days.filter((one) => one.day > today - week), count];
  return count;
}

interface Lines {
  /** Fewer deliveries say nothing. */
  scoreAfter: number;
  yellowShare: number;
  redShare: number;
}

function qualityOf(days: Count[], today: number, lines: Lines): Quality | undefined {
  const weigh = (of: (count: Count) => number): number =>
    days.reduce((sum, count) => sum + of(count) * (week - (today - count.day)), 0);
  if (days.reduce((sum, { delivered }) => sum + delivered, 0) < lines.scoreAfter) return undefined;
  const share = weigh(({ dislike }) => dislike) / weigh(({ delivered }) => delivered);
  if (share >= lines.redShare) return 'RED';
  return share >= lines.yellowShare ? 'YELLOW' : 'GREEN';
}
