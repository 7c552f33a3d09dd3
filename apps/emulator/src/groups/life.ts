import { choice, type Params, requireProduct, requiredText, text } from '../accounts/reading.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { UploadedFile } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import type { Group } from './group.ts';
import type { Groups } from './groups.ts';
import { type GroupPicture, readPicture } from './picture.ts';
import { tellGroup } from './tell.ts';

/** What was asked for a moment ago and is told by webhook when it is done. */
interface Asked {
  requestId: string;
  groupId: string;
}

type Creation = Asked & Pick<Group, 'numberId' | 'subject' | 'approval'> & { description?: string };
type Change = Asked & { subject?: string; description?: string; picture?: GroupPicture };

/** Groups come, change and go a moment after they were asked to (Meta, "Group management"). */
export class GroupLife {
  readonly #groups: Groups;

  constructor(groups: Groups) {
    this.#groups = groups;
    const { tasks } = groups.messages.emulator.world;
    tasks.on('group.create', (creation) => this.#create(creation as unknown as Creation));
    tasks.on('group.change', (change) => this.#change(change as unknown as Change));
    tasks.on('group.delete', (asked) => this.#delete(asked as unknown as Asked));
  }

  create(number: BusinessNumber, params: Params): { requestId: string } {
    requireProduct(params);
    const subject = requiredText(params, 'subject', { max: 128 }).trim();
    if (subject === '') refuse(100, 'The parameter subject is required.');
    const description = text(params, 'description', { max: 2048 });
    const approval = choice(params, 'join_approval_mode', ['auto_approve', 'approval_required']);
    refuseCreator(this.#groups, number);
    const creation: Omit<Creation, 'requestId'> = {
      groupId: this.#newId(number),
      numberId: number.id,
      subject,
      approval: approval ?? 'auto_approve',
      ...(description !== undefined && { description }),
    };
    return this.#soon('group.create', creation);
  }

  async change(group: Group, params: Params, files: readonly UploadedFile[]): Promise<{ requestId: string }> {
    requireProduct(params);
    this.#groups.refuseSuspended(group);
    const subject = text(params, 'subject', { min: 1, max: 128 })?.trim();
    if (subject === '') refuse(100, 'Param subject must be at least 1 characters long.');
    const description = text(params, 'description', { max: 2048 });
    const file = files.find(({ field }) => field === 'file' || field === 'profile_picture_file');
    const picture = file && (await this.#keep(file.bytes));
    if (subject === undefined && description === undefined && !picture)
      refuse(100, 'One of the parameters subject, description and profile_picture_file is required.');
    const change: Omit<Change, 'requestId'> = {
      groupId: group.id,
      ...(subject !== undefined && { subject }),
      ...(description !== undefined && { description }),
      ...(picture && { picture }),
    };
    return this.#soon('group.change', change);
  }

  async #keep(bytes: Uint8Array): Promise<GroupPicture> {
    const picture = readPicture(bytes);
    const url = picture.error ? undefined : await this.#groups.neighbours.keepPicture(bytes, picture.mime);
    return { ...picture, ...(url !== undefined && { url }) };
  }

  delete({ id }: Group): { requestId: string } {
    return this.#soon('group.delete', { groupId: id });
  }

  newCode(): string {
    return this.#groups.messages.emulator.world.random.hex(22);
  }

  /** Meta suspends a group that breaks its rules, and lets it live again. */
  suspend(group: Group, suspended: boolean): void {
    if (group.suspended === suspended) return;
    this.#groups.all.change(group.id, { suspended });
    tellGroup(this.#groups, group, 'group_status_update', {
      type: suspended ? 'group_suspend' : 'group_suspend_cleared',
    });
  }

  #soon(kind: string, given: object): { requestId: string } {
    const { world } = this.#groups.messages.emulator;
    const requestId = world.ids.next();
    const at = this.#groups.now + this.#groups.setting.value.answerMilliseconds;
    world.tasks.schedule({ kind, at, payload: { ...given, requestId } });
    return { requestId };
  }

  #create({ requestId, groupId, numberId, ...given }: Creation): void {
    const groups = this.#groups;
    const group = groups.all.put({
      id: groupId,
      numberId,
      wabaId: groups.numberOf({ numberId }).wabaId,
      ...given,
      inviteCode: this.newCode(),
      createdAt: groups.now,
      members: [],
      removed: [],
      suspended: false,
      pins: [],
    });
    tellGroup(groups, group, 'group_lifecycle_update', {
      type: 'group_create',
      request_id: requestId,
      subject: group.subject,
      ...(group.description !== undefined && { description: group.description }),
      invite_link: `https://chat.whatsapp.com/${group.inviteCode}`,
      join_approval_mode: group.approval,
    });
  }

  #change({ requestId, groupId, subject, description, picture }: Change): void {
    const group = this.#groups.all.get(groupId);
    if (!group) return;
    this.#groups.all.change(groupId, {
      ...(subject !== undefined && { subject }),
      ...(description !== undefined && { description }),
      ...(picture && !picture.error && { picture }),
    });
    tellGroup(this.#groups, group, 'group_settings_update', {
      type: 'group_settings_update',
      request_id: requestId,
      ...(subject !== undefined && { group_subject: { text: subject, update_successful: true } }),
      ...(description !== undefined && { group_description: { text: description, update_successful: true } }),
      ...(picture && {
        profile_picture: {
          mime_type: picture.mime,
          sha256: picture.sha256,
          update_successful: !picture.error,
          ...(picture.error && { errors: [picture.error] }),
        },
      }),
    });
  }

  #delete({ requestId, groupId }: Asked): void {
    const { all, requestsOf, requests } = this.#groups;
    const group = all.get(groupId);
    if (!group) return;
    for (const { id } of requestsOf.all(groupId)) requests.delete(id);
    all.delete(groupId);
    tellGroup(this.#groups, group, 'group_lifecycle_update', { type: 'group_delete', request_id: requestId });
  }

  /** Looks like Meta's: `capi_group:<number>:<group>` in base64. */
  #newId({ phone }: BusinessNumber): string {
    const serial = this.#groups.messages.emulator.world.ids.next();
    return Buffer.from(`capi_group:${phone}:120363${serial}`).toString('base64url');
  }
}

/** Official accounts with a limit of 100,000, whose numbers are not in the Business app too (Meta, "Groups API"). */
function refuseCreator(groups: Groups, number: BusinessNumber): void {
  const { needsOfficialAccount, needsLimitOf100K, creationOff, perNumber } = groups.setting.value;
  const { tier } = groups.messages.emulator.directory.ownersOf(number).business;
  const isLarge = tier === 'TIER_100K' || tier === 'TIER_UNLIMITED';
  if (number.onBusinessApp)
    refuse(131215, 'Numbers in the WhatsApp Business app cannot have groups of the API.');
  if (needsOfficialAccount && !number.official)
    refuse(131215, 'Only Official Business Accounts can create groups.');
  if (needsLimitOf100K && !isLarge) refuse(131215, 'The messaging limit must be at least 100,000.');
  if (creationOff.includes(number.id))
    refuse(131214, 'Too many marketing messages were sent in customer service windows in the last 7 days.');
  if (groups.ofNumber.all(number.id).length >= perNumber)
    refuse(131211, `A phone number can have ${perNumber} groups.`);
}
