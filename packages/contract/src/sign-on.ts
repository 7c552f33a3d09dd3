import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, line, nothing } from './scalars.ts';

const providerSchema = z.object({
  providerId: id,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  emailDomains: z.array(z.string()),
  callbackUrl: z.string(),
  createdAt: z.date(),
});

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{4,253}$)([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/, 'Use a domain such as example.in');

export const signOn = {
  list: get('sign-on.manage', '/sign-on-providers', {
    summary: 'Company sign-on of the organisation (OpenID Connect)',
  }).output(z.object({ items: z.array(providerSchema), callbackUrl: z.string() })),
  connect: post('sign-on.manage', '/sign-on-providers', {
    summary: 'Connect a company sign-on',
    description:
      'The issuer is asked for its discovery document before anything is stored. Only owners of the organisation may do this.',
    personOnly: true,
    successStatus: 201,
  })
    .input(
      z.strictObject({
        name: line(60),
        issuer: z.url({ protocol: /^https?$/ }).max(300),
        clientId: line(200),
        clientSecret: z.string().min(1).max(500),
        emailDomains: z.array(domain).min(1).max(20),
      }),
    )
    .output(providerSchema),
  disconnect: remove('sign-on.manage', '/sign-on-providers/{providerId}', {
    summary: 'Disconnect a company sign-on',
    personOnly: true,
  })
    .input(z.strictObject({ providerId: id }))
    .output(nothing),
};
