import { z } from 'zod';
import { post } from './procedure.ts';
import { id } from './scalars.ts';

export const preferences = {
  link: post('consent.manage', '/contacts/{contactId}/preference-link', {
    summary: 'Make the link by which a contact chooses what they get',
    description:
      'Whoever has the link chooses for the contact, so give it to nobody else. `suffix` is what a URL button of a template takes whose address ends in `/p/{{1}}`.',
    secretAnswer: true,
  })
    .input(z.strictObject({ contactId: id }))
    .output(z.object({ url: z.string(), suffix: z.string(), expiresAt: z.date() })),
};
