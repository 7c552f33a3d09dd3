import type { Opened } from './use-invitation.ts';

/** What each way into a workspace is given. */
export interface InvitationProps {
  opened: Opened;
  token: string;
  /** Someone else used it, or it was withdrawn, while this page stood open. */
  onGone: () => void;
}
