import { requireProduct } from '../accounts/reading.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Call, Edges } from '../graph/call.ts';
import { pageOf } from '../graph/cursors.ts';
import { refuse } from '../graph/errors.ts';
import { type Group, linkOf } from './group.ts';
import type { Groups } from './groups.ts';
import type { GroupLife } from './life.ts';

const access = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;
const product = { messaging_product: 'whatsapp' };

/** What can be read of a group. The business is no participant (Meta, "Group management"). */
export function defineGroupNode(groups: Groups): void {
  groups.messages.emulator.graph.nodes.define<Group>({
    kind: 'group',
    type: 'WhatsAppBusinessGroup',
    collection: groups.all,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: [...names],
    fields: {
      messaging_product: () => 'whatsapp',
      subject: ({ subject }) => subject,
      description: ({ description }) => description,
      join_approval_mode: ({ approval }) => approval,
      suspended: ({ suspended }) => suspended,
      creation_timestamp: ({ createdAt }) => Math.floor(createdAt / 1000),
      participants: (group) =>
        group.members.map(({ phone }) => {
          const { people } = groups.messages;
          const seen = groups.messages.appearance(groups.numberOf(group), people.get(phone));
          return { ...(seen.phone !== undefined && { wa_id: seen.phone }), user_id: seen.userId };
        }),
      total_participant_count: ({ members }) => members.length,
    },
  });
}

const names = [
  'messaging_product',
  'id',
  'subject',
  'description',
  'join_approval_mode',
  'suspended',
  'creation_timestamp',
  'participants',
  'total_participant_count',
] as const;

export const groupEdges = (groups: Groups, life: GroupLife): Edges => ({
  'POST number/groups': {
    access,
    answer({ node, params }: Call<BusinessNumber>) {
      const { requestId } = life.create(node, params);
      return { ...product, request_id: requestId };
    },
  },
  'GET number/groups': {
    access,
    answer(call: Call<BusinessNumber>) {
      const limit = Number(call.params.limit ?? 25);
      if (!(limit >= 1 && limit <= 1024)) refuse(100, 'Param limit must be between 1 and 1024.');
      const path = `${call.node.id}/groups`;
      const { data, paging } = pageOf(groups.ofNumber.all(call.node.id), call, { path, largest: 1024 });
      const shown = data.map(({ id, subject, createdAt }) => ({
        id,
        subject,
        created_at: String(Math.floor(createdAt / 1000)),
      }));
      return { data: { groups: shown }, ...(paging && { paging }) };
    },
  },
  'POST group': {
    access,
    async answer({ node, params, files }: Call<Group>) {
      const { requestId } = await life.change(node, params, files);
      return { ...product, request_id: requestId };
    },
  },
  'DELETE group': {
    access,
    answer: ({ node }: Call<Group>) => ({ success: true, request_id: life.delete(node).requestId }),
  },
  ...linkEdges(groups, life),
});

/** The one way into a group; a new link ends the old one. */
function linkEdges(groups: Groups, life: GroupLife): Edges {
  return {
    'GET group/invite_link': {
      access,
      answer({ node }: Call<Group>) {
        const link = linkOf(node) ?? refuse(131009, 'The group has no invite link; create one.');
        return { ...product, invite_link: link };
      },
    },
    'POST group/invite_link': {
      access,
      answer({ node, params }: Call<Group>) {
        requireProduct(params);
        groups.refuseSuspended(node);
        const renewed = groups.all.change(node.id, { inviteCode: life.newCode() });
        return { ...product, invite_link: linkOf(renewed) };
      },
    },
    'DELETE group/invite_link': {
      access,
      answer({ node, params }: Call<Group>) {
        requireProduct(params);
        groups.all.change(node.id, { inviteCode: undefined });
        return { ...product, success: true };
      },
    },
  };
}
