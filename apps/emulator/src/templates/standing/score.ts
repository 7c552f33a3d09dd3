import type { TemplateQualityScore } from '@trikon/whatsapp';
import { dayLength, totalsOf } from './tally.ts';
import type { Day } from './tally.ts';

/** Where the lines are drawn. Meta does not publish them; these let a handful of phones show every colour. */
export interface ScoreLines {
  /** Fewer deliveries say nothing. */
  scoreAfter: number;
  yellowShare: number;
  redShare: number;
  /** Below this share of read messages a template is YELLOW, once a thousand are delivered. */
  leastReadShare: number;
}

const week = 7;
const readCounts = 1000;

/** Blocks and reports of the last seven days, and whether anybody reads it (Meta, 'Template quality rating'). */
export function scoreOf(days: readonly Day[], lines: ScoreLines, now: number): TemplateQualityScore {
  const { delivered, read, blocks, reports } = totalsOf(days, Math.floor(now / dayLength) - week + 1);
  if (delivered < lines.scoreAfter) return 'UNKNOWN';
  const disliked = (blocks + 2 * reports) / delivered;
  if (disliked >= lines.redShare) return 'RED';
  const unread = delivered >= readCounts && read / delivered < lines.leastReadShare;
  return disliked >= lines.yellowShare || unread ? 'YELLOW' : 'GREEN';
}
