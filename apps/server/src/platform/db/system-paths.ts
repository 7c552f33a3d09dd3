/**
 * The few paths that serve all tenants. Each opens its transactions under the role `trikon_system`, whose
 * policies see every workspace; everything else runs as `trikon_app` inside one. A path is named here with
 * its reason, or it does not exist.
 */
const systemPaths = {
  'sign-in': 'Before someone is signed in there is no workspace to be in; finds sessions, members and keys.',
  account: "A person's own account spans workspaces: list and create them, accept an invitation.",
  'event-tail': 'One reader per process follows the log of all workspaces and feeds live updates.',
  'event-consumers':
    'Subscribers react to the events of all workspaces in batches, each with its own cursor.',
  jobs: 'The job queue serves all workspaces; a job then runs inside its own.',
  processes: 'Heartbeats and recovery of work that a crashed process held.',
  numbers:
    'A webhook names a door, an account and a number at Meta, never a workspace; each of them belongs to one of all.',
  ingest: 'Webhooks of all workspaces that arrive at the same moment are stored together.',
  processing: 'What was delivered is taken in for all workspaces in batches, each update in its own.',
  dispatch:
    'One dispatcher per number, of whichever workspace, claims what has to leave and writes what came of it.',
  capture: 'A form on a website or a poster names its code and no workspace.',
  'contact-lists':
    'Indexes of words, tags and own fields use operators that are not leakproof, so row security keeps them from requests; picks ids in one workspace, whose rows the request then reads itself.',
  erasure:
    'What Meta delivered of a person may lie behind the door of another workspace, and history is closed to requests.',
  ledger: 'Consent that was recorded in any workspace gets its place in that workspace’s chain.',
  maintenance: 'Partitions, clean-up of expired rows, backup, restore, key rotation and the demo data.',
} as const;

export type SystemPath = keyof typeof systemPaths;
