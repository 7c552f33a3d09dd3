import type { OutgoingMessage } from '@trikon/whatsapp';
import type { BusinessNumber } from '../directory/records.ts';
import { type WorldRoutes, WorldRefusal } from '../door/world-door.ts';
import type { Messages } from '../messages/messages.ts';
import type { GroupDesk } from '../phones/neighbours.ts';
import type { JsonObject } from '../world/json.ts';
import { defineGroupNode, groupEdges } from './edges.ts';
import { linkOf } from './group.ts';
import { createGroupDesk } from './group-desk.ts';
import { Groups } from './groups.ts';
import { GroupLife } from './life.ts';
import { Membership } from './membership.ts';
import { groupPeopleEdges } from './people-edges.ts';
import { PostProgress } from './post-progress.ts';
import { postToGroup } from './posting.ts';

/** Groups of a business number and its customers. */
export interface Grouping {
  groups: Groups;
  desk: GroupDesk;
  send: (number: BusinessNumber, body: OutgoingMessage, content: JsonObject) => unknown;
  /** The address that invites to a group, as templates carry it. */
  linkOf: (groupId: string) => string | undefined;
  /** Meta's own hand: groups are suspended and cleared. */
  routes: WorldRoutes;
}

export function createGroups(messages: Messages, neighbours: Groups['neighbours']): Grouping {
  const groups = new Groups(messages, neighbours);
  const life = new GroupLife(groups);
  const membership = new Membership(groups);
  const progress = new PostProgress(groups);
  defineGroupNode(groups);
  messages.emulator.graph.add(groupEdges(groups, life));
  messages.emulator.graph.add(groupPeopleEdges(groups, membership));
  return {
    groups,
    desk: createGroupDesk(groups, membership, progress),
    send: (number, body, content) => postToGroup(groups, progress, { number, body, content }),
    linkOf(groupId) {
      const group = groups.all.get(groupId);
      return group && linkOf(group);
    },
    routes: {
      'GET /world/groups': () => [...groups.all.values()],
      'POST /world/groups/:group': ({ params, body }) => {
        const group = groups.all.get(params.group ?? '');
        if (!group) throw new WorldRefusal(`There is no group ${params.group}.`, 404);
        if (typeof body.suspended !== 'boolean') throw new WorldRefusal('suspended must be a boolean.');
        life.suspend(group, body.suspended);
        return groups.all.get(group.id);
      },
    },
  };
}
