import type { WordTable } from '../error-rule.ts';

export const english = {
  tokenEnded: [
    'The connection to your WhatsApp account has ended: Meta no longer accepts the access token.',
    'Connect the account again. Sending goes on from where it stopped.',
  ],
  permissionMissing: [
    'Meta says that Trikon is not allowed to do this for your WhatsApp account.',
    'Connect the account again and allow everything that is asked, or restore the permission in Meta Business Suite.',
  ],
  missing: [
    'What this refers to no longer exists at Meta.',
    'Reload the page. If it was deleted at Meta, choose another one.',
  ],
  managementLimit: [
    'Meta limits how often an account may be looked at and changed within an hour, and the limit is used up.',
    'Nothing. It goes on by itself when Meta allows it again, within an hour.',
  ],
  outage: ['WhatsApp is out of order for a moment.', 'Nothing. It is tried again by itself.'],
  unclear: [
    'Meta reported an error without saying what is wrong.',
    'Wait a few minutes. If it comes back, check Meta’s status page and then contact support.',
  ],
  capabilityMissing: [
    'The app that connects to WhatsApp lacks a right that this needs.',
    'Open the app in Meta’s developer dashboard and add what is missing under permissions.',
  ],
  appLimit: [
    'The app has asked Meta too often within an hour.',
    'Nothing. It goes on by itself when Meta allows it again.',
  ],
  parameter: [
    'Meta did not understand a part of the request.',
    'Read the details below. If they do not name anything that you entered, contact support.',
  ],
  parameterMissing: [
    'Meta misses a part of the request.',
    'Read the details below. If they do not name anything that you entered, contact support.',
  ],
  parameterValue: [
    'A value in the message is not one that Meta accepts.',
    'Correct what the details below name, and send it again.',
  ],
  policyBlock: [
    'Meta has blocked the account for a while because of its policies.',
    'Open WhatsApp Manager, read what was violated and for how long, and appeal there if it is wrong.',
  ],
  lookupLimit: [
    'Meta was asked too often whether customers may be called.',
    'Nothing. It goes on by itself in a few seconds.',
  ],
  countryClosed: [
    'Your business may not send messages to customers in this country.',
    'Leave customers of this country out. WhatsApp Manager says whether the limit can be lifted.',
  ],
  accountLocked: [
    'Meta has locked the account, or what was entered (such as the PIN) did not match.',
    'Open WhatsApp Manager and follow what it asks for there.',
  ],
  maintenance: [
    'Meta is upgrading the number to a higher speed, which takes about a minute.',
    'Nothing. It goes on by itself.',
  ],
  cursor: ['The list changed at Meta while it was being read.', 'Reload it from the beginning.'],
  unknown: [
    'Meta reported an error that is not in its documentation.',
    'Read the details below. If they do not help, contact support with the number of the error.',
  ],
} satisfies WordTable<string>;
