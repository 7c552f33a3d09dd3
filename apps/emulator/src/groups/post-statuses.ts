import { webhookError } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import { appearanceIn, contactOf, metadataOf } from '../messages/values.ts';
import type { JsonObject } from '../world/json.ts';
import type { Group, Post } from './group.ts';
import type { Groups } from './groups.ts';
import { secondsOf } from './tell.ts';

/** How subscribers hear what became of messages in groups: one status for every member, several in a webhook. */
export class PostStatuses {
  readonly #groups: Groups;

  constructor(groups: Groups) {
    this.#groups = groups;
    groups.messages.emulator.world.tasks.on<{ post: string }>('group.statuses', ({ post }) =>
      this.#tellGathered(post),
    );
  }

  tellSent(post: Post): void {
    const { now: at } = this.#groups;
    const people = Object.keys(post.receipts);
    this.#tell(
      post,
      people.map((person) => ({ person, status: 'sent', at, priced: true })),
    );
  }

  /** What several phones do within a moment comes in one webhook. */
  gather(id: string, status: Post['untold'][number]): void {
    const { posts, messages, setting } = this.#groups;
    const { untold } = posts.get(id) as Post;
    posts.change(id, { untold: [...untold, status] });
    if (untold.length > 0) return;
    const at = messages.now + setting.value.gatherMilliseconds;
    messages.emulator.world.tasks.schedule({ kind: 'group.statuses', at, payload: { post: id } });
  }

  #tellGathered(id: string): void {
    const post = this.#groups.posts.get(id);
    if (!post) return;
    this.#tell(this.#groups.posts.change(id, { untold: [] }), post.untold);
  }

  #tell(post: Post, statuses: Post['untold']): void {
    const { messages } = this.#groups;
    const number = this.#groups.numberOf(post);
    const newest = new Map(statuses.map(({ person, status }) => [person, status]));
    const contacts = [...newest].map(([person, status]) =>
      contactOf(appearanceIn(status, messages.appearance(number, messages.people.get(person)))),
    );
    this.#webhook(
      post,
      statuses.map(({ person, status, at, priced }) => this.#statusOf(post, { person, status, at, priced })),
      contacts,
    );
  }

  #statusOf(
    { id, groupId, numberId, opaque, pricing }: Post,
    { person, status, at, priced }: Post['untold'][number],
  ): JsonObject {
    const { messages, setting } = this.#groups;
    const { phone, userId } = messages.appearance(
      this.#groups.numberOf({ numberId }),
      messages.people.get(person),
    );
    return {
      id,
      status,
      timestamp: secondsOf(at),
      recipient_id: groupId,
      recipient_type: 'group',
      ...(phone !== undefined && { [setting.value.participantKey]: phone }),
      recipient_participant_user_id: userId,
      ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
      ...(priced && pricing && { pricing: { ...pricing } }),
    };
  }

  /** Nobody gets it, and so nobody is named. */
  tellFailed({ id, opaque, failure }: Message, group: Group): void {
    this.#groups.messages.all.change(id, { status: 'failed' });
    this.#webhook(group, [
      {
        id,
        status: 'failed',
        timestamp: secondsOf(this.#groups.now),
        recipient_id: group.id,
        recipient_type: 'group',
        ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
        errors: [webhookError(failure?.code ?? 131000, failure?.details)],
      },
    ]);
  }

  #webhook(of: Pick<Post, 'numberId'>, statuses: JsonObject[], contacts?: JsonObject[]): void {
    const number = this.#groups.numberOf(of);
    this.#groups.messages.emulator.webhooks.send({
      wabaId: number.wabaId,
      numberId: number.id,
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: metadataOf(number),
        ...(contacts && { contacts }),
        statuses,
      },
    });
  }
}
