import type { Example } from './example.ts';

const ofWhatsApp = { messaging_product: 'whatsapp' };

/** A group's id comes by webhook, so a group has to be there before, with two people who ask to join. */
export const groups: Example[] = [
  {
    call: 'POST /{Phone-Number-ID}/groups',
    says: 'asks for a group',
    body: { ...ofWhatsApp, subject: 'Goa trip 14 Nov', join_approval_mode: 'auto_approve' },
  },
  { call: 'GET /{Phone-Number-ID}/groups', says: 'lists the groups' },
  { call: 'POST /{group_id}', says: 'renames one', body: { ...ofWhatsApp, subject: 'Goa trip 15 Nov' } },
  { call: 'POST /{group_id}/invite_link', says: 'makes a new link', body: ofWhatsApp },
  { call: 'DELETE /{group_id}/invite_link', says: 'takes the link back', body: ofWhatsApp },
  {
    call: 'GET /{group_id}/join_requests',
    says: 'lists who asks to join',
    keep: { joinRequest: 'data.0.join_request_id', otherRequest: 'data.1.join_request_id' },
  },
  {
    call: 'POST /{group_id}/join_requests',
    says: 'lets somebody join',
    body: { ...ofWhatsApp, join_requests: ['{joinRequest}'] },
  },
  {
    call: 'DELETE /{group_id}/join_requests',
    says: 'turns somebody away',
    body: { ...ofWhatsApp, join_requests: ['{otherRequest}'] },
  },
  {
    call: 'GET /{group_id}',
    says: 'reads a group',
    query: {
      fields:
        'id,subject,description,suspended,creation_timestamp,participants,total_participant_count,join_approval_mode',
    },
    keep: { member: 'participants.0.wa_id' },
  },
  {
    call: 'DELETE /{group_id}/participants',
    says: 'removes somebody',
    body: { ...ofWhatsApp, participants: [{ user: '{member}' }] },
  },
  { call: 'DELETE /{group_id}', says: 'ends the group' },
];
