import type { BusinessUsernameUpdate } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { choice, requiredText } from '../reading.ts';

const access = 'whatsapp_business_management';

/** The names under which businesses can be found (Meta, "Business usernames"). */
export function usernameEdges(emulator: Emulator): Edges {
  const { numbers } = emulator.directory;
  const setting = emulator.world.setting('usernames', {
    taken: [] as string[],
    ofPages: [] as string[],
    ofInstagram: [] as string[],
  });
  return {
    'GET number/username': {
      access,
      answer: ({ node: { username, usernameStatus = 'approved' } }: Call<BusinessNumber>) =>
        username === undefined ? {} : { username, status: usernameStatus },
    },
    'POST number/username': {
      access,
      answer({ node, params }: Call<BusinessNumber>) {
        const username = requiredText(params, 'username').toLowerCase();
        const action = choice(params, 'transfer_action', ['none', 'force_transfer']) ?? 'none';
        refuseBadName(username);
        refuseUnready(emulator, node);
        const { taken, ofPages, ofInstagram } = setting.value;
        if (taken.includes(username)) refuse(147001, 'The username is not available.');
        if (ofPages.includes(username)) refuse(147003, 'Claim the username with the Facebook Page first.');
        if (ofInstagram.includes(username))
          refuse(147004, 'Claim the username with the Instagram account first.');
        takeFromHolder(emulator, node, username, action === 'force_transfer');
        const usernameStatus = node.nameStatus === 'APPROVED' ? 'approved' : 'reserved';
        numbers.change(node.id, { username, usernameStatus });
        tell(emulator, node, { username, status: usernameStatus });
        return { status: usernameStatus };
      },
    },
    'DELETE number/username': {
      access,
      answer({ node }: Call<BusinessNumber>) {
        if (node.username === undefined) refuse(100, 'The phone number has no username.');
        numbers.change(node.id, { username: undefined, usernameStatus: undefined });
        tell(emulator, node, { status: 'deleted' });
        return { success: true };
      },
    },
    'GET number/username_suggestions': {
      access,
      answer: ({ node }: Call<BusinessNumber>) => ({
        data: [{ username_suggestions: suggestionsFor(emulator, node) }],
      }),
    },
  };
}

function refuseBadName(username: string): void {
  const isGood =
    /^[a-z0-9._]{3,35}$/.test(username) &&
    /[a-z]/.test(username) &&
    !/^\.|\.$|\.\./.test(username) &&
    !username.startsWith('www') &&
    !/\.(?:com|org|net|in|co|io|edu|gov|info|biz|app)$/.test(username);
  if (!isGood) refuse(100, 'Param username does not follow the rules for usernames.');
}

function refuseUnready({ directory }: Emulator, number: BusinessNumber): void {
  if (!number.registered) refuse(133010, 'The phone number is not registered.');
  if (directory.ownersOf(number).business.tier === 'TIER_250')
    refuse(147002, 'The messaging limit must be at least 2,000.');
}

/** Another business keeps its name; from a number of the same portfolio it can be taken. */
function takeFromHolder(emulator: Emulator, node: BusinessNumber, username: string, force: boolean): void {
  const { directory } = emulator;
  const { numbers } = directory;
  const holder = numbers.find((other) => other.username === username && other.id !== node.id);
  if (!holder) return;
  if (directory.ownersOf(holder).business.id !== directory.ownersOf(node).business.id)
    refuse(147001, 'The username is not available.');
  if (!force) refuse(147005, 'The username is in use on another of your phone numbers; use force_transfer.');
  numbers.change(holder.id, { username: undefined, usernameStatus: undefined });
  tell(emulator, holder, { status: 'deleted' });
}

function tell(
  { webhooks }: Emulator,
  { id, wabaId, phone }: BusinessNumber,
  news: Omit<BusinessUsernameUpdate, 'display_phone_number'>,
): void {
  const value = { display_phone_number: phone, ...news };
  webhooks.send({ wabaId, numberId: id, field: 'business_username_updates', value });
}

function suggestionsFor(
  { directory: { numbers } }: Emulator,
  { verifiedName, phone }: BusinessNumber,
): string[] {
  const words = verifiedName.toLowerCase().match(/[a-z0-9]+/g) ?? ['business'];
  const base = words.join('_').slice(0, 28).padEnd(3, '_');
  return [base, words.join('').slice(0, 28).padEnd(3, '_'), `${base}_${phone.slice(-4)}`].filter(
    (name, place, all) =>
      /[a-z]/.test(name) && all.indexOf(name) === place && !numbers.find(({ username }) => username === name),
  );
}
