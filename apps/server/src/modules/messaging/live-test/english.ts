import type { StepWords } from './facts.ts';

const skipped = ['Not tried yet.', 'An earlier step has to pass first.'] as const;

export const english: StepWords = {
  allowed: {
    passed: ['The rules of sending let the message go.', 'Nothing to do.'],
    waiting: [
      'The rules of sending hold the message for later.',
      'See in the outbox what it waits for, such as quiet hours.',
    ],
    failed: [
      'The rules of sending refuse the message.',
      'Change what the rule names, or try with another phone or template.',
    ],
    skipped,
  },
  accepted: {
    passed: ['Meta took the message.', 'Nothing to do.'],
    waiting: ['The message is on its way to Meta.', 'This takes a second or two.'],
    failed: [
      'Meta has not taken the message.',
      'See that the worker runs, that sending from the number is not paused, and that Meta can be reached.',
    ],
    skipped,
  },
  sent: {
    passed: ['A webhook said that the message was sent, so webhooks come in.', 'Nothing to do.'],
    waiting: ['Waiting for Meta’s first word about the message.', 'It comes by webhook within seconds.'],
    failed: [
      'Meta took the message, but no webhook says what became of it.',
      'Check the connection: the callback, the subscription, the app secret, and whether Meta reaches this address.',
    ],
    skipped,
  },
  delivered: {
    passed: ['The message is on the phone.', 'Nothing to do.'],
    waiting: [
      'Waiting for the phone to get the message.',
      'See that the phone is on, online, and has WhatsApp with this number.',
    ],
    failed: [
      'The phone has not got the message.',
      'See that the number is right and on WhatsApp, and that the phone is online. Then try again.',
    ],
    skipped,
  },
  answered: {
    passed: ['The answer came in.', 'All works. The number is ready.'],
    waiting: ['Now answer the message from the phone: write “hi”.', 'What you write shows up here.'],
    failed: [
      'No answer has come in.',
      'If you did answer, check that the app is subscribed to messages, and look at what Meta delivered.',
    ],
    skipped,
  },
};
