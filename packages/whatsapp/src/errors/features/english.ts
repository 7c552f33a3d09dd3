import type { WordTable } from '../error-rule.ts';

export const english = {
  flowIntegrity: [
    'Meta does not let this account create forms at the moment.',
    'Look at the state of the account in WhatsApp Manager.',
  ],
  flowState: [
    'The form is in a state that does not allow this, for instance published or out of use.',
    'Make a copy of the form and work on that.',
  ],
  flowUnready: [
    'The form cannot be published yet.',
    'Put right what the details below name: its screens, its endpoint, its key or its number.',
  ],
  flowFigures: [
    'There are too few answers for figures on this form.',
    'Come back when more customers used it.',
  ],
  blockedPartly: [
    'Some of the customers could not be blocked or unblocked.',
    'Look at each one: only customers who wrote within the last 24 hours can be blocked.',
  ],
  blockListFull: [
    '64,000 customers are blocked, which is the most.',
    'Unblock some before you block others.',
  ],
  blockListChanged: [
    'The list of blocked customers changed at the same time.',
    'Nothing. It is tried again by itself.',
  ],
  groupEmpty: ['Nobody but you is in the group.', 'Wait until somebody joins, then send again.'],
  groupUnknown: ['This group does not exist.', 'Choose another group.'],
  participants: [
    'Some of the participants could not be changed: named twice, or too many.',
    'Look at each one in the details below and try those again.',
  ],
  groupSuspended: ['Meta has suspended this group.', 'Nothing can be sent to it. WhatsApp Manager says why.'],
  groupLimit: ['Too much happened in groups in a short time.', 'Nothing. It goes on by itself.'],
  groupPicture: [
    'The picture is not square, or smaller than 192 pixels.',
    'Choose a square, larger picture.',
  ],
  groupCount: ['The number has as many groups as Meta allows.', 'Delete groups that are no longer used.'],
  groupRights: [
    'The person is not in the group, or has not asked to join.',
    'Reload the group and look at who is in it.',
  ],
  groupsOff: [
    'The number may not create groups, because it is not eligible or sent too much advertising to them.',
    'Look in WhatsApp Manager for what the number lacks.',
  ],
  callingOff: [
    'Calls are not switched on for this number, or cannot be switched on yet.',
    'Switch calls on in the settings of the number; the details below name what is missing.',
  ],
  cannotBeCalled: [
    'This customer cannot be called on WhatsApp.',
    'Write to the customer, or call by telephone.',
  ],
  callLimit: ['Too many calls at the same time, or in a short time.', 'Wait a moment and call again.'],
  callAgain: [
    'The call could not be set up, or another call with the customer is running.',
    'Wait a moment and call again.',
  ],
  callPermission: [
    'The customer has not allowed your business to call.',
    'Ask for permission in the chat. When the customer agrees, you can call.',
  ],
  pairCalls: [
    'This customer was called, or asked for permission, as often as Meta allows in a day.',
    'Try again later; the details below say when.',
  ],
  callAfterChat: ['Permission to call can only be asked in a conversation.', 'Write to the customer first.'],
  callingUnavailable: [
    'Your business cannot call customers from this number yet.',
    'Look in WhatsApp Manager: it depends on the country, and on a messaging limit of at least 2,000.',
  ],
  callingLowQuality: [
    'Meta has switched calls off because customers rated them low.',
    'Look in WhatsApp Manager for how long, and call only customers who expect it.',
  ],
  callPermissionThere: ['The customer has already allowed calls for good.', 'Nothing. You can call.'],
  callBroken: [
    'The call broke off because sound did not get through.',
    'Check the network and call again later.',
  ],
  sip: [
    'The telephone system (SIP) is not set up for this number.',
    'Enter its server in the call settings.',
  ],
  signupText: [
    'The sign-up link has a mistake: a placeholder, an address, or it does not exist.',
    'Correct what the details below name. Addresses begin with https.',
  ],
  signupTerms: [
    'The terms for sign-up links are not accepted, accepted already, or the feature is off.',
    'Open WhatsApp Manager and look at the state of the terms.',
  ],
} satisfies WordTable<string>;
