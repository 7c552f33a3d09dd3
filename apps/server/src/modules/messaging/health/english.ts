import type { WordsByCode } from './findings.ts';

export const english: WordsByCode = {
  account_problem: [
    'Meta does not let us read the account any more.',
    'Check the connection; each step says what to do.',
  ],
  account_banned: [
    'Meta has closed or disconnected the account.',
    'Open the account at Meta, see why, and ask for a review if it is a mistake.',
  ],
  account_ban_scheduled: [
    'Meta is going to close the account on a day that it has set.',
    'Open Business Support at Meta now and ask for a review.',
  ],
  account_restricted: [
    'Meta restricts what the account may do.',
    'See the reason in WhatsApp Manager. Most restrictions end by themselves; campaigns should rest until then.',
  ],
  account_not_approved: [
    'Meta has not approved the account.',
    'See its state in Business Manager, and hand in what is asked for.',
  ],
  account_violation: [
    'Meta has noted a violation of its rules.',
    'Read the notice in WhatsApp Manager and change what it names before it becomes a restriction.',
  ],
  token_ended: [
    'The token has ended, so nothing can be sent.',
    'Make a new token at Meta and connect the account again.',
  ],
  token_ends_soon: [
    'The token ends soon.',
    'Make a new token at Meta and connect the account again before it does.',
  ],
  number_not_connected: [
    'The number is not connected at Meta.',
    'Look at its state in WhatsApp Manager, then register it again.',
  ],
  number_restricted: [
    'Meta restricts this number.',
    'Stop campaigns and answer only those who write. See in WhatsApp Manager when it ends.',
  ],
  number_flagged: [
    'Meta has flagged the number or slows it down.',
    'Send less, and only to customers who expect it, until the flag is gone.',
  ],
  number_not_registered: ['The number is not registered for the Cloud API.', 'Register it with its PIN.'],
  meta_blocks_sending: [
    'Meta itself says that this number cannot send.',
    'The list of what Meta says names the part that blocks, and how to mend it.',
  ],
  meta_limits_sending: [
    'Meta itself says that this number can send only within limits.',
    'The list of what Meta says names the part that limits, and how to lift it.',
  ],
  quality_low: [
    'The quality of the number is low: many customers block or report it.',
    'Stop campaigns for a week, and look at which templates were blocked most.',
  ],
  quality_falling: [
    'The quality of the number is falling.',
    'Write less marketing, only to those who agreed, and make stopping easy.',
  ],
  limit_used: [
    'The limit of new customers in a day is used up.',
    'What remains waits. Answers to customers still leave.',
  ],
  limit_nearly_used: [
    'The limit of new customers in a day is nearly used up.',
    'Plan the next campaign for tomorrow, or spread it.',
  ],
  name_rejected: [
    'Meta has declined the display name.',
    'Choose a name that shows the business, by Meta’s rules for names.',
  ],
  name_in_review: ['Meta is looking at the display name.', 'Nothing. It takes a day or two.'],
  sending_paused: [
    'Sending from this number is paused.',
    'See why it was paused, mend that, and resume it in the outbox.',
  ],
  templates_paused: [
    'Meta has paused templates because customers reacted badly.',
    'Change their words or their audience. A paused template starts again by itself the first two times.',
  ],
  webhooks_late: [
    'What comes from Meta is taken in late.',
    'If it does not get better in minutes, look at the health of this installation.',
  ],
  webhooks_silent: [
    'Messages leave, but nothing has come back from Meta for an hour.',
    'Check the connection: the callback, the subscription, and whether Meta reaches this address.',
  ],
  many_failures: [
    'Many messages of the last hour have failed.',
    'The errors below say why. Pause campaigns until the first of them is mended.',
  ],
  pin_missing: [
    'The number has no PIN, so that somebody else might register it.',
    'Register it again with a PIN.',
  ],
  allowance_used: [
    'The free replies of this month are used up: each further one is charged.',
    'See that the account can pay at Meta, or replies will fail.',
  ],
  allowance_nearly_used: [
    'Most of this month’s free replies are used.',
    'See that the account can pay at Meta before they are used up.',
  ],
};
