import type { WordTable } from '../error-rule.ts';

export const english = {
  oldApp: ['The customer’s WhatsApp is too old for this kind of message.', 'Send the same as plain text.'],
  orderState: [
    'The order cannot be changed to this state any more, for instance because it is paid or completed.',
    'Check the state of the order and choose a state that may follow.',
  ],
  blockedByYou: [
    'You have blocked this customer.',
    'Unblock the customer first if you want to write to them.',
  ],
  tooFast: [
    'More messages left from this number than Meta lets through in a second.',
    'Nothing. Sending goes on by itself, a little slower.',
  ],
  experiment: [
    'Meta has put this customer into a group that gets no marketing messages for now.',
    'Do not send it again. Reach the customer in another way if it matters.',
  ],
  unsupportedHere: [
    'A message came into the group that WhatsApp does not hand on to businesses.',
    'Ask the customer to send it in another form.',
  ],
  ownNumber: ['The message was addressed to the very number that sends it.', 'Choose another recipient.'],
  undeliverable: [
    'The message cannot reach the customer: no WhatsApp on this number, an old version, or WhatsApp’s terms not accepted.',
    'Check the number. If it is right, reach the customer in another way.',
  ],
  testNumber: [
    'A test number only reaches the recipients on its list.',
    'Add this customer to the list in Meta’s dashboard, or send from a real number.',
  ],
  nameNeeded: [
    'The number has no approved display name yet.',
    'Have a display name approved in WhatsApp Manager, then send again.',
  ],
  payment: [
    'Meta cannot charge your account: no card, no credit, or an incomplete billing setting.',
    'Open the payment settings of WhatsApp Manager and put them right. Sending stays paused until then.',
  ],
  windowClosed: [
    'The customer has not written for more than 24 hours, so only a template may be sent.',
    'Send a template. When the customer answers, you can write freely again.',
  ],
  spamLimit: [
    'Too many customers blocked or reported messages of this number, so Meta holds it back.',
    'Pause campaigns, look at the quality of the number, and write only to customers who expect it.',
  ],
  customerLimit: [
    'The customer already gets as many marketing messages as WhatsApp allows for one person. This one was not delivered and is not charged.',
    'Do not send it again today. It can be tried after a day, with longer breaks each time.',
  ],
  marketingStopped: [
    'The customer has stopped marketing messages from your business.',
    'Send none until the customer allows them again. Other messages are still possible.',
  ],
  unsupportedType: ['WhatsApp does not support this kind of message here.', 'Send it in another form.'],
  fileNotReceived: [
    'The file that the customer sent could not be downloaded.',
    'Ask the customer to send it again.',
  ],
  fileNotSent: [
    'Meta does not accept the file, because of its type, its size, or because its link cannot be opened.',
    'Choose a file of a type and size that WhatsApp takes, and send it again.',
  ],
  marketingOnly: [
    'This message may not go the way it was sent: that way is for marketing templates, or the number is set to another one.',
    'Send it as an ordinary message.',
  ],
  pairLimit: [
    'Too many messages went to this customer in a short time.',
    'Nothing. It is tried again by itself after a pause; other customers are not held up.',
  ],
  messageUnavailable: [
    'A message is not available here; it can be seen in the WhatsApp Business app.',
    'Nothing, or look it up on the phone.',
  ],
  phoneNeeded: [
    'This template needs the customer’s phone number, and only the user name is known.',
    'Ask the customer for the number, or use another kind of message.',
  ],
  marketingElsewhere: [
    'Marketing templates of this account only go through the Marketing Messages API.',
    'Switch the campaign to it in the settings of the number.',
  ],
  wrongCategories: [
    'Meta limits the account because templates were used under a wrong category.',
    'Put the categories right. The limit ends by itself; WhatsApp Manager says when.',
  ],
  templateParameters: [
    'The values for the template do not fit it: their count, their kind or their form.',
    'Compare the values with the placeholders of the template, and send again.',
  ],
  templateMissing: [
    'The template does not exist in this language, or is not approved.',
    'Choose an approved template and language. Reload the templates if it was approved just now.',
  ],
  templateTooLong: [
    'With its values filled in, the template is too long.',
    'Shorten the values and send again.',
  ],
  templatePolicy: [
    'The content of the template violates a policy of WhatsApp.',
    'Change the template and have it approved again.',
  ],
  templatePaused: [
    'Meta has paused the template because customers rated it low. Nothing was charged.',
    'Wait until the pause ends, or improve the template. The campaign stays paused until you start it again.',
  ],
  templateDisabled: [
    'Meta has switched the template off for good because of its quality.',
    'Write a new template; this one cannot be sent any more.',
  ],
  flowBlocked: [
    'Meta has blocked the form in this message because its endpoint does not work.',
    'Repair the endpoint, then send again.',
  ],
  flowThrottled: [
    'Meta lets only ten messages an hour carry this form, because its endpoint fails often.',
    'Repair the endpoint. Sending goes on slowly until then.',
  ],
  paymentTerms: [
    'The terms of WhatsApp Payments have not been accepted.',
    'Open the link in the details below and accept them.',
  ],
  templateSyncing: [
    'Meta is still preparing the template, which takes up to ten minutes.',
    'Nothing. It is tried again by itself.',
  ],
  marketingDoorShut: [
    'The Marketing Messages API cannot send this message now.',
    'Check its set-up in WhatsApp Manager, or send the campaign as ordinary messages.',
  ],
  identityChanged: [
    'Another phone, or another person, may be behind this customer’s number. The message was held back.',
    'Make sure who it is before you send anything confidential, then send again.',
  ],
} satisfies WordTable<string>;
