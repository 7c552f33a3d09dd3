import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { accessTokenEdges } from './apps/access-token.ts';
import { appEdges, defineAppNode } from './apps/app-node.ts';
import { appSubscriptionEdges } from './apps/app-subscriptions.ts';
import { debugTokenEdges } from './apps/debug-token.ts';
import { createLoginCodes, type LoginCodes } from './apps/login-codes.ts';
import { defineUserNode, meEdges } from './apps/me.ts';
import { businessEdges, defineBusinessNode } from './businesses/business-node.ts';
import { createPreverifiedNumbers } from './businesses/preverified-numbers.ts';
import { type BlockList, createBlockList } from './numbers/block-list.ts';
import { refuseCalling } from './numbers/calling-eligibility.ts';
import { commerceSettingEdges } from './numbers/commerce-settings.ts';
import { complianceEdges } from './numbers/compliance.ts';
import { componentEdges } from './numbers/conversational-components.ts';
import { createNames, type Names } from './numbers/names.ts';
import { defineNumberNode } from './numbers/number-node.ts';
import { numberSettingsEdges } from './numbers/number-settings.ts';
import { decideOfficial, officialAccountEdges } from './numbers/official-account.ts';
import { createOwnership, type Ownership, ownershipEdges } from './numbers/ownership.ts';
import { createPin, type Pin } from './numbers/pin.ts';
import { type HistoryOf, messageHistoryEdges } from './numbers/message-history.ts';
import { type PictureOf, profileEdges } from './numbers/profile.ts';
import { createQrCodes, type QrCodes } from './numbers/qr-codes.ts';
import { registrationEdges } from './numbers/registration.ts';
import { updateNumberEdges } from './numbers/update-number.ts';
import { usernameEdges } from './numbers/username.ts';
import { createDecisions, type Decisions } from './standing/decisions.ts';
import { createEnforcement, type Enforcement } from './standing/enforcement.ts';
import { createLimits, type Limits } from './standing/limits.ts';
import { createNumberQuality, type NumberQuality } from './standing/number-quality.ts';
import { type Initiative, refusalToSend } from './standing/sending-right.ts';
import { createThroughputUpgrade, type ThroughputUpgrade } from './standing/throughput-upgrade.ts';
import { type AddNumber, addNumberEdges, createAddNumber } from './wabas/add-number.ts';
import { assignedUserEdges } from './wabas/assigned-users.ts';
import { numberListEdges } from './wabas/numbers-of-waba.ts';
import { createSignups, type Signups } from './wabas/signups.ts';
import { subscribedAppEdges } from './wabas/subscribed-apps.ts';
import { updateWabaEdges } from './wabas/update-waba.ts';
import { defineWabaNode } from './wabas/waba-node.ts';

/** What accounts and numbers are to the other capabilities, and to who controls the world. */
export interface Accounts {
  limits: Limits;
  throughput: ThroughputUpgrade;
  enforcement: Enforcement;
  decisions: Decisions;
  numberQuality: NumberQuality;
  names: Names;
  pin: Pin;
  ownership: Ownership;
  addNumber: AddNumber;
  blockList: BlockList;
  qrCodes: QrCodes;
  signups: Signups;
  loginCodes: LoginCodes;
  refusalToSend(number: BusinessNumber, initiative: Initiative): { code: number; details: string } | null;
  /** The country from which authentication messages to another have a rate of their own. */
  internationalFrom(number: BusinessNumber, country: string): string | undefined;
  decideOfficial(number: BusinessNumber, approved: boolean): void;
  /** Pictures of profiles, once there is somebody who keeps uploads. */
  openProfiles(pictureOf: PictureOf): void;
  /** What became of messages, once there is somebody who keeps them. */
  openHistory(historyOf: HistoryOf): void;
}

export function createAccounts(emulator: Emulator): Accounts {
  const names = createNames(emulator);
  const pin = createPin(emulator);
  const ownership = createOwnership(emulator);
  const addNumber = createAddNumber(emulator, names);
  const loginCodes = createLoginCodes(emulator);
  const decisions = createDecisions(emulator);
  defineAppNode(emulator);
  defineUserNode(emulator);
  defineBusinessNode(emulator);
  defineWabaNode(emulator);
  defineNumberNode(emulator);
  for (const edges of [
    appEdges(emulator),
    appSubscriptionEdges(emulator),
    debugTokenEdges(emulator),
    accessTokenEdges(emulator, loginCodes),
    meEdges(emulator),
    businessEdges(emulator),
    updateWabaEdges(emulator),
    subscribedAppEdges(emulator),
    numberListEdges(emulator),
    addNumberEdges(addNumber, createPreverifiedNumbers(emulator)),
    assignedUserEdges(emulator),
    ownershipEdges(ownership),
    registrationEdges(emulator, pin),
    updateNumberEdges(emulator, pin, names),
    numberSettingsEdges(emulator, (number, calling) => refuseCalling(emulator, number, calling)),
    componentEdges(emulator),
    commerceSettingEdges(emulator),
    complianceEdges(emulator),
    officialAccountEdges(emulator),
    usernameEdges(emulator),
  ])
    emulator.graph.add(edges);
  return {
    names,
    pin,
    ownership,
    addNumber,
    loginCodes,
    limits: createLimits(emulator, (businessId) => reviewNames(emulator, names, businessId)),
    throughput: createThroughputUpgrade(emulator),
    enforcement: createEnforcement(emulator),
    decisions,
    numberQuality: createNumberQuality(emulator.world, (numberId, quality) =>
      decisions.setQuality(numberId, quality),
    ),
    blockList: createBlockList(emulator),
    qrCodes: createQrCodes(emulator),
    signups: createSignups(emulator),
    refusalToSend: (number, initiative) => refusalToSend(emulator, number, initiative),
    internationalFrom: (number, country) => internationalFrom(emulator, number, country),
    decideOfficial: (number, approved) => decideOfficial(emulator, number, approved),
    openHistory: (historyOf) => emulator.graph.add(messageHistoryEdges(emulator, historyOf)),
    openProfiles: (pictureOf) => emulator.graph.add(profileEdges(emulator, pictureOf)),
  };
}

/** Names that were worn without review are looked at once the portfolio reaches more people. */
function reviewNames({ directory }: Emulator, names: Names, businessId: string): void {
  for (const { id } of directory.wabasOf(businessId)) {
    for (const number of directory.numbersOf(id)) {
      if (number.nameStatus === 'AVAILABLE_WITHOUT_REVIEW') names.submit(number, number.verifiedName);
    }
  }
}

function internationalFrom(
  { world, directory }: Emulator,
  number: BusinessNumber,
  country: string,
): string | undefined {
  const { waba, business } = directory.ownersOf(number);
  const { from = Infinity, exceptions = [] } = waba.internationalRate ?? {};
  const begins = exceptions.find((exception) => exception.country === country)?.from ?? from;
  return begins <= world.clock.now() ? (waba.primaryLocation ?? business.country) : undefined;
}
