import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { Messages } from '../messages/messages.ts';
import type { Neighbours } from '../messages/neighbours.ts';
import type { Person } from '../people/person.ts';
import type { Collection, Index } from '../world/collection.ts';
import type { Group, JoinRequest, Post } from './group.ts';

type PaidListener = (paid: { post: Post; number: BusinessNumber; person: Person }) => void;

/** What groups ask of other capabilities. */
interface GroupNeighbours extends Pick<Neighbours, 'useTemplate' | 'checkReferences' | 'fetchLinks'> {
  /** Keeps a picture, and gives its address for phones. */
  keepPicture: (bytes: Uint8Array, mime: string) => Promise<string | undefined>;
}

/** All groups of the world, and what is on its way in them. The verbs stand in files of their own. */
export class Groups {
  readonly messages: Messages;
  readonly neighbours: GroupNeighbours;
  readonly all: Collection<Group>;
  readonly requests: Collection<JoinRequest>;
  readonly posts: Collection<Post>;
  readonly ofNumber: Index<Group>;
  readonly byCode: Index<Group>;
  readonly requestsOf: Index<JoinRequest>;
  readonly setting;
  readonly #paid: PaidListener[] = [];

  constructor(messages: Messages, neighbours: GroupNeighbours) {
    const { world } = messages.emulator;
    this.messages = messages;
    this.neighbours = neighbours;
    this.all = world.collection<Group>('groups');
    this.requests = world.collection<JoinRequest>('group-requests');
    this.posts = world.collection<Post>('group-posts');
    this.ofNumber = this.all.index(({ numberId }) => numberId);
    this.byCode = this.all.index(({ inviteCode }) => inviteCode);
    this.requestsOf = this.requests.index(({ groupId }) => groupId);
    this.setting = world.setting('groups', {
      // Who may create groups (Meta, "Groups API"). Meta means to ask less; a world that does switches these off.
      needsOfficialAccount: true,
      needsLimitOf100K: true,
      // Numbers that sent too much marketing into open windows may create none.
      creationOff: [] as string[],
      largest: 8,
      perNumber: 10_000,
      answerMilliseconds: 800,
      sendMilliseconds: 200,
      gatherMilliseconds: 500,
      // Meta's samples also write participant_recipient_id.
      participantKey: 'recipient_participant_id',
      posts: 2000,
    });
  }

  get now(): number {
    return this.messages.now;
  }

  /** Has somebody hear of every delivery that is charged, or would be. */
  onPaid(listener: PaidListener): void {
    this.#paid.push(listener);
  }

  tellPaid(post: Post, number: BusinessNumber, person: Person): void {
    for (const listener of this.#paid) listener({ post, number, person });
  }

  numberOf({ numberId }: { numberId: string }): BusinessNumber {
    const number = this.messages.emulator.directory.numbers.get(numberId);
    if (!number) throw new Error(`The number ${numberId} of a group is gone.`);
    return number;
  }

  refuseSuspended({ suspended }: Group): void {
    if (suspended) refuse(131207, 'The group was suspended.');
  }
}
