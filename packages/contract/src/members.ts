import { z } from 'zod';
import { builtInRoleNames, permissionNames } from './permissions.ts';
import { get, patch, post, remove } from './procedure.ts';
import { email, id, line, nothing, pageInput, pageOf } from './scalars.ts';

const roleChoice = {
  role: z.enum([...builtInRoleNames, 'custom']),
  /** Which custom role, when `role` is `custom`. */
  roleId: id.nullable().optional(),
};

const memberSchema = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  role: z.string(),
  roleId: id.nullable(),
  roleName: z.string().nullable(),
  joinedAt: z.date(),
});

const invitationSchema = z.object({
  invitationId: id,
  email: z.string(),
  role: z.string(),
  roleId: id.nullable(),
  roleName: z.string().nullable(),
  invitedBy: id,
  createdAt: z.date(),
  expiresAt: z.date(),
});

const invitationWithLink = invitationSchema.extend({
  /** Shown once: only its hash is stored. */
  link: z.string(),
  sentByEmail: z.boolean(),
});

export const members = {
  list: get('members.read', '/members', { summary: 'Who belongs to the workspace' })
    .input(z.strictObject({ ...pageInput, search: z.string().max(100).optional() }))
    .output(pageOf(memberSchema)),
  changeRole: patch('members.manage', '/members/{userId}', {
    summary: 'Give a member another role',
    description: 'Nobody can give a role that holds more than their own; only owners make owners.',
  })
    .input(z.strictObject({ userId: id, ...roleChoice }))
    .output(memberSchema),
  remove: remove('members.manage', '/members/{userId}', { summary: 'Remove a member from the workspace' })
    .input(z.strictObject({ userId: id }))
    .output(nothing),
  leave: post('workspace.read', '/members/leave', {
    summary: 'Leave the workspace yourself',
    personOnly: true,
  })
    .input(nothing.strict())
    .output(nothing),
};

export const invitations = {
  list: get('members.read', '/invitations', { summary: 'Invitations that wait to be accepted' })
    .input(z.strictObject(pageInput))
    .output(pageOf(invitationSchema)),
  create: post('members.manage', '/invitations', {
    summary: 'Invite someone by e-mail',
    secretAnswer: true,
    successStatus: 201,
  })
    .input(z.strictObject({ email, ...roleChoice }))
    .output(invitationWithLink),
  renew: post('members.manage', '/invitations/{invitationId}/renew', {
    summary: 'Make a new link for an invitation; the old one stops working',
    secretAnswer: true,
  })
    .input(z.strictObject({ invitationId: id }))
    .output(invitationWithLink),
  withdraw: remove('members.manage', '/invitations/{invitationId}', { summary: 'Withdraw an invitation' })
    .input(z.strictObject({ invitationId: id }))
    .output(nothing),
};

const roleSchema = z.object({
  roleId: id,
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.enum(permissionNames)),
  memberCount: z.number(),
  updatedAt: z.date(),
});

const roleInput = {
  name: line(60),
  description: z.string().trim().max(300),
  permissions: z.array(z.enum(permissionNames)).min(1).max(permissionNames.length),
};

export const roles = {
  list: get('members.read', '/roles', { summary: 'Custom roles of the workspace' })
    .input(z.strictObject(pageInput))
    .output(pageOf(roleSchema)),
  create: post('roles.manage', '/roles', { summary: 'Create a custom role', successStatus: 201 })
    .input(z.strictObject({ ...roleInput, description: roleInput.description.default('') }))
    .output(roleSchema),
  update: patch('roles.manage', '/roles/{roleId}', { summary: 'Change a custom role' })
    .input(z.strictObject({ roleId: id, ...z.object(roleInput).partial().shape }))
    .output(roleSchema),
  remove: remove('roles.manage', '/roles/{roleId}', { summary: 'Delete a custom role that nobody holds' })
    .input(z.strictObject({ roleId: id }))
    .output(nothing),
};
