import { z } from 'zod';
import { permissionNames } from './permissions.ts';
import { get, patch, post, remove } from './procedure.ts';
import { email, id, language, line, nothing, password, timeZone } from './scalars.ts';
import { workspaceSchema } from './workspaces.ts';

const accountSchema = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  language,
  twoFactorEnabled: z.boolean(),
  organisations: z.array(
    z.object({ organisationId: id, name: z.string(), role: z.enum(['owner', 'member']) }),
  ),
  workspaces: z.array(
    z.object({
      workspaceId: id,
      organisationId: id,
      name: z.string(),
      language,
      timeZone: z.string(),
      currency: z.string(),
      role: z.string(),
      roleName: z.string().nullable(),
      permissions: z.array(z.enum(permissionNames)),
      demo: z.boolean(),
    }),
  ),
});

const sessionSchema = z.object({
  sessionId: id,
  current: z.boolean(),
  ipAddress: z.string().nullable(),
  device: z.string().nullable(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
});

const token = z.string().min(20).max(200);

export const account = {
  get: get('signed-in', '/account', {
    summary: 'You, and the workspaces you belong to',
    personOnly: true,
  }).output(accountSchema),
  update: patch('signed-in', '/account', { summary: 'Change your name or language', personOnly: true })
    .input(z.strictObject({ name: line(80), language }).partial())
    .output(accountSchema),
  createWorkspace: post('signed-in', '/account/workspaces', {
    summary: 'Create a workspace in an organisation that you own',
    personOnly: true,
    successStatus: 201,
  })
    .input(
      z.strictObject({
        organisationId: id,
        name: line(80),
        timeZone: timeZone.optional(),
        language: language.optional(),
      }),
    )
    .output(workspaceSchema),
  listSessions: get('signed-in', '/account/sessions', {
    summary: 'The devices on which you are signed in',
    personOnly: true,
  }).output(z.object({ items: z.array(sessionSchema) })),
  endSession: remove('signed-in', '/account/sessions/{sessionId}', {
    summary: 'Sign out on another device',
    personOnly: true,
  })
    .input(z.strictObject({ sessionId: id }))
    .output(nothing),
  endOtherSessions: post('signed-in', '/account/sessions/end-others', {
    summary: 'Sign out everywhere but here',
    personOnly: true,
  })
    .input(nothing.strict())
    .output(z.object({ ended: z.number() })),
  acceptInvitation: post('signed-in', '/account/accept-invitation', {
    summary: 'Accept an invitation with the account you are signed in to',
    personOnly: true,
  })
    .input(z.strictObject({ token }))
    .output(z.object({ workspaceId: id })),
};

/** Invitation links in the hands of someone who is not signed in. */
export const joining = {
  preview: post('public', '/joining/preview', { summary: 'What an invitation link is for' })
    .input(z.strictObject({ token }))
    .output(
      z.object({ workspaceName: z.string(), email: z.string(), role: z.string(), hasAccount: z.boolean() }),
    ),
  join: post('public', '/joining', {
    summary: 'Accept an invitation by creating your account',
    description: 'The address was proven by the link, which only its owner received.',
  })
    .input(z.strictObject({ token, name: line(80), password }))
    .output(z.object({ workspaceId: id, email: z.string() })),
};

export const setUp = {
  status: get('public', '/set-up', { summary: 'Whether this installation still has to be set up' }).output(
    z.object({ needed: z.boolean() }),
  ),
  complete: post('public', '/set-up', {
    summary: 'Create the first organisation, workspace and owner',
    description:
      'Works once. The code is printed where the program was started, so only its operator can do this.',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        code: z.string().min(1).max(64),
        organisation: line(80),
        workspace: line(80),
        name: line(80),
        email,
        password,
        language: language.default('en'),
      }),
    )
    .output(z.object({ workspaceId: id })),
};
