import type { WordTable } from '../error-rule.ts';

export const english = {
  registerAgain: ['The registration of the number is damaged.', 'Register the number again.'],
  deregisterAgain: [
    'An earlier removal of the number was not completed.',
    'Remove the number once more, then register it.',
  ],
  pinWrong: [
    'The six-digit PIN is not the one that protects this number.',
    'Enter the right PIN, or reset it in WhatsApp Manager.',
  ],
  verifyAgain: ['The number has to be verified again.', 'Request a code and enter it, then register.'],
  pinGuesses: [
    'The PIN was tried too often or too quickly.',
    'Wait as long as the details below say, then enter the right PIN.',
  ],
  notRegistered: [
    'The number is not registered, so it can neither send nor receive.',
    'Register the number in its settings.',
  ],
  justDeleted: [
    'The number was deleted a moment ago and cannot be registered yet.',
    'Nothing. It is tried again by itself in five minutes.',
  ],
  registrations: [
    'The number was registered and removed more than ten times in three days.',
    'Wait three days before you register it again.',
  ],
  codesRequested: ['Too many codes were requested for this number.', 'Wait a while, then request one code.'],
  codeWrong: ['The code is wrong, or is no longer valid.', 'Enter the newest code, or request another one.'],
  usernameTaken: ['This user name is not available.', 'Choose another one.'],
  usernameLimit: [
    'The messaging limit of your business is still too low for a user name.',
    'Verify your business, or wait until Meta raises the limit.',
  ],
  usernameLinked: [
    'This user name belongs to a Facebook Page or an Instagram account.',
    'Link that page or account to your business, or choose another name.',
  ],
  usernameOwn: [
    'Another of your numbers uses this user name.',
    'Move it to this number on purpose, or choose another name.',
  ],
  askedAlready: ['This has been requested before and is being looked at.', 'Wait for Meta’s answer.'],
  ownershipUnproven: [
    'Meta cannot confirm that the number is yours, or its PIN is still switched on at the old place.',
    'Switch the PIN off at the old provider, then try again.',
  ],
  alreadyHere: ['The number is in this account already.', 'Nothing. Reload the list of numbers.'],
  noCode: [
    'No code can be requested for this number, because it is not being moved.',
    'Start the move again from the beginning.',
  ],
  cannotMigrate: [
    'The number cannot be moved yet. The details below name what is missing.',
    'Put right what they name, then try again.',
  ],
  numberMaintenance: [
    'Meta is working on the number.',
    'Nothing. It is tried again by itself in some minutes.',
  ],
  ownershipMove: [
    'The account cannot be handed over in this way any more.',
    'Connect it from the beginning instead.',
  ],
  syncTwice: [
    'Contacts and chats of the phone were copied before; Meta allows it once.',
    'To copy them again, disconnect the number and connect it anew.',
  ],
  syncTooLate: [
    'Contacts and chats of the phone can only be copied within 24 hours of connecting.',
    'To copy them, disconnect the number and connect it anew.',
  ],
  historyRefused: [
    'The owner of the phone did not agree to share earlier chats.',
    'Nothing. New messages arrive as usual.',
  ],
} satisfies WordTable<string>;
