import type { OfNumber, WebhookError } from './parties.ts';

export interface GroupsValue<Change> extends OfNumber {
  groups: Change[];
}

interface OfGroup {
  group_id: string;
  /** Seconds, as text. */
  timestamp: string;
  /** The answer to the call that asked for this. */
  request_id?: string;
  errors?: WebhookError[];
}

export type GroupLifecycle = GroupCreated | GroupDeleted;

/** With `errors` in place of the invite link when it failed. */
export interface GroupCreated extends OfGroup {
  type: 'group_create';
  subject?: string;
  description?: string;
  invite_link?: string;
  join_approval_mode?: 'auto_approve' | 'approval_required';
}

export interface GroupDeleted extends OfGroup {
  type: 'group_delete';
}

export type GroupParticipants = ParticipantsAdded | ParticipantsRemoved | JoinRequest;

export interface GroupParticipant {
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  /** As the call wrote it. */
  input?: string;
}

export interface ParticipantsAdded extends OfGroup {
  type: 'group_participants_add';
  reason: 'invite_link';
  added_participants: GroupParticipant[];
}

export interface ParticipantsRemoved extends OfGroup {
  type: 'group_participants_remove';
  /** `participant` when somebody left. */
  initiated_by: 'business' | 'participant';
  removed_participants?: GroupParticipant[];
  failed_participants?: (GroupParticipant & { errors: WebhookError[] })[];
}

export interface JoinRequest extends OfGroup {
  type: 'group_join_request_created' | 'group_join_request_revoked';
  join_request_id: string;
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  reason?: string;
}

export interface GroupSettings extends OfGroup {
  type: 'group_settings_update';
  group_subject?: GroupTextChange;
  group_description?: GroupTextChange;
  profile_picture?: {
    mime_type: string;
    sha256: string;
    update_successful: boolean;
    errors?: WebhookError[];
  };
}

export interface GroupTextChange {
  text: string;
  update_successful: boolean;
  errors?: WebhookError[];
}

export interface GroupStatus extends OfGroup {
  type: 'group_suspend' | 'group_suspend_cleared';
}
