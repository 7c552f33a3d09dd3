import { classify } from '@trikon/whatsapp/errors';

/** Why a message has not left yet, for a person. */
export function whyItWaits({ state, hold }: { state: string; hold: string | null }): string {
  if (state === 'ready') return 'It leaves as soon as its turn comes.';
  if (state === 'sending') return 'It is being sent.';
  if (state === 'unknown' && hold === null)
    return 'WhatsApp did not answer. What it tells next shows whether it has the message.';
  return holds[hold ?? ''] ?? 'It is held back and goes on by itself.';
}

const holds: Record<string, string> = {
  scheduled: 'It was written for a later time.',
  quiet_hours: 'It is night where the customer is; it leaves in the morning.',
  retry: 'WhatsApp asked to try again later.',
  pair_rate: 'This customer got many messages in a short time; WhatsApp lets the next one through soon.',
  turn: 'An earlier message to this customer has to leave first.',
  portfolio_limit: 'The account has reached as many new customers today as WhatsApp allows.',
  source: 'What it comes from is paused.',
  not_confirmed: 'It is not known whether WhatsApp has it. Decide whether to send it again.',
  recovery:
    'The database was restored from a backup, and this may have been sent since. The operator has to run the reconcile command.',
};

const pauses: Record<string, string> = {
  manual: 'Somebody paused this number. Resume it to go on.',
  disconnected: 'The number is not connected. Connect it again.',
};

/** Why a number sends nothing, and what to do. */
export function whyItIsPaused(reason: string): string {
  const [, code] = /^meta_(\d+)$/.exec(reason) ?? [];
  if (code === undefined) return pauses[reason] ?? 'This number is paused. Resume it to go on.';
  const { happened, next } = classify({ code: Number(code) }).words.en;
  return `${happened} ${next}`;
}
