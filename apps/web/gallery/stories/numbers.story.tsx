import { Page } from '../../src/ui/display/Page.tsx';
import { ConnectedNowView } from '../../src/features/numbers/connect/ConnectedNowView.tsx';
import { NotConnected } from '../../src/features/numbers/connect/NotConnected.tsx';
import { SignUpEndingNote } from '../../src/features/numbers/connect/SignUpEndingNote.tsx';
import { SignUpForm } from '../../src/features/numbers/connect/SignUpForm.tsx';
import { Ways } from '../../src/features/numbers/connect/Ways.tsx';
import { weights, type Matter } from '../../src/features/numbers/health/judge.ts';
import { MatterNote } from '../../src/features/numbers/health/MatterNote.tsx';
import { NumbersList } from '../../src/features/numbers/list/NumbersList.tsx';
import { sampleAccount, sampleApp, sampleNumber, sampleSteps } from '../../src/features/numbers/samples.ts';

const away = '2026-11-02T09:30:00Z';
const matters = Object.keys(weights) as Matter[];
const nothing = () => undefined;

const numbers = [
  sampleNumber,
  {
    ...sampleNumber,
    numberId: 'care',
    phone: '+919825012345',
    name: 'திருவேங்கடநாதன் சில்க்ஸ் மற்றும் ஜவுளி வாடிக்கையாளர் சேவை மையம்',
    nameStatus: 'DECLINED',
    quality: 'RED',
    messagingLimit: 'TIER_250',
    onBusinessApp: true,
    messagesPerSecond: 20,
  },
  {
    ...sampleNumber,
    numberId: 'new',
    phone: '+912226401234',
    name: '',
    registered: false,
    status: 'PENDING',
  },
  { ...sampleNumber, numberId: 'word', phone: '+6591234567', quality: 'PURPLE', nameStatus: 'NEW_WORD' },
  { ...sampleNumber, numberId: 'gone', phone: '+919898054321', disconnectedAt: away },
];
const connected = {
  apps: [sampleApp],
  accounts: [
    { ...sampleAccount, expiresAt: '2020-01-01T00:00:00Z', subscribedAt: null },
    { ...sampleAccount, accountId: 'old', name: 'Surat Silks Export', disconnectedAt: away },
  ],
  numbers,
};

export const stories = {
  list: () => <NumbersList connected={connected} workspace="Surat Silks" mayManage />,
  none: () => (
    <NumbersList connected={{ apps: [], accounts: [], numbers: [] }} workspace="Surat Silks" mayManage />
  ),
  'none-yours': () => (
    <NumbersList
      connected={{ apps: [], accounts: [], numbers: [] }}
      workspace="Surat Silks"
      mayManage={false}
    />
  ),
  matters: () => (
    <Page width="read">
      <h2 className="sr-only">Matters</h2>
      <div className="grid gap-3">
        {matters.map((matter) => (
          <MatterNote key={matter} matter={matter} daysLeft={9} />
        ))}
      </div>
    </Page>
  ),
  ways: () => <Ways signUp="ready" />,
  'ways-missing': () => <Ways signUp="missing" />,
  failed: () => <NotConnected steps={sampleSteps} by="hand" />,
  connected: () => (
    <ConnectedNowView name="Surat Silks" numbers={[sampleNumber]} steps={sampleSteps.slice(0, 5)} />
  ),
  'sign-up': () => <SignUpForm kind="app" onKind={nothing} mayKeepApp at="waiting" onOpen={nothing} />,
  endings: () => (
    <div className="grid gap-3">
      <SignUpEndingNote ending={{ kind: 'cancelled', step: 'PHONE_NUMBER_VERIFICATION' }} />
      <SignUpEndingNote ending={{ kind: 'cancelled', step: null }} />
      <SignUpEndingNote
        ending={{
          kind: 'reported',
          sentence: 'This phone number is registered with another WhatsApp Business account.',
          code: '524126',
          session: 'f34b51dab5e0498',
        }}
      />
      <SignUpEndingNote ending={{ kind: 'no-account' }} />
      <SignUpEndingNote ending={{ kind: 'no-permission' }} />
      <SignUpEndingNote ending={{ kind: 'not-opened' }} />
    </div>
  ),
};
