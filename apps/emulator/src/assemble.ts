import { type Accounts, createAccounts } from './accounts/accounts.ts';
import { type Analytics, createAnalytics } from './analytics/analytics.ts';
import { countMessages } from './analytics/count-messages.ts';
import { messageRecords } from './analytics/message-records.ts';
import { type Calling, createCalls } from './calls/create-calls.ts';
import { type Commerce, createCommerce } from './commerce/create-commerce.ts';
import { type AppPhones, createAppPhones } from './business-app/app-phones.ts';
import { createOwnerPhones } from './business-app/owner-phones.ts';
import { type Coexistence, createCoexistence } from './coexistence/create-coexistence.ts';
import { createDirectory } from './directory/directory.ts';
import type { Emulator } from './emulator.ts';
import { Faults } from './faults/faults.ts';
import { createFlows, type Flows } from './flows/create-flows.ts';
import { createGroups, type Grouping } from './groups/create-groups.ts';
import { Graph } from './graph/graph.ts';
import { Nodes } from './graph/nodes.ts';
import { Quota } from './graph/quota.ts';
import { readPhone } from './messages/checks/recipient.ts';
import { createMedia } from './media/create-media.ts';
import type { Media } from './media/media.ts';
import { createMessages } from './messages/create-messages.ts';
import type { Message } from './messages/message.ts';
import type { Messages } from './messages/messages.ts';
import type { Neighbours } from './messages/neighbours.ts';
import type { Progress } from './messages/progress.ts';
import { createPayments, type Payments } from './payments/create-payments.ts';
import { countryOf } from './people/countries.ts';
import { createPeople, type People } from './people/people.ts';
import { showTemplateCard } from './phones/show-template.ts';
import { createPhones, type Phones } from './phones/phones.ts';
import type { PhoneNeighbours } from './phones/neighbours.ts';
import { businessAppDesk } from './signup/business-app.ts';
import { createSignup, type Signup } from './signup/signup.ts';
import { createTemplates } from './templates/create-templates.ts';
import { giveFeedback } from './templates/feedback.ts';
import type { Template } from './templates/template.ts';
import type { Templates } from './templates/templates.ts';
import type { ShownTemplate } from './templates/sending/hydrate.ts';
import { showTemplate, useTemplate } from './templates/use.ts';
import type { Poster } from './webhooks/post.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import type { JsonObject } from './world/json.ts';
import type { World } from './world/world.ts';

/** Everything that lives in a world. */
export interface Assembled {
  emulator: Emulator;
  accounts: Accounts;
  analytics: Analytics;
  calling: Calling;
  grouping: Grouping;
  signup: Signup;
  commerce: Commerce;
  payments: Payments;
  flows: Flows;
  people: People;
  media: Media;
  templates: Templates;
  messages: Messages;
  progress: Progress;
  apps: AppPhones;
  coexistence: Coexistence;
  phones: Phones;
}

/** Joins the capabilities by hand: what each asks of the others is said here and nowhere else. */
export function assemble(world: World, poster: Poster): Assembled {
  const emulator = layGround(world, poster);
  const accounts = createAccounts(emulator);
  const people = createPeople(world);
  const media = createMedia(emulator);
  const flows = createFlows(emulator, (url, request) => poster.exchange(url, request));
  const templates = createTemplates(emulator, {
    knowsHandle: (handle) => media.handle(handle) !== undefined,
    handleUrl: (handle, origin) => media.handleUrl(handle, origin),
    findFlow: (wabaId, button) => flows.find(wabaId, button).id,
    hasUnderway: (id) =>
      sending.messages.all.find(({ template, status }) => template?.id === id && status === 'sent') !==
      undefined,
  });
  // Each refuses messages that name what is not there: media, Flows, products, orders.
  const checks: Neighbours['checkReferences'][] = [
    (number, content) => media.checkReferences(number, content),
  ];
  const joined = { accounts, media, flows, templates, grouping: () => grouping };
  const neighbours = neighboursOf(joined, checks);
  const sending = createMessages(emulator, people, neighbours);
  const calling = createCalls(sending.messages, {
    asksForCalls: (wabaId, name, language) => asksForCalls(templates.find(wabaId, name, language)),
    refusalToSend: (number) => accounts.refusalToSend(number, 'customer'),
  });
  checks.push(calling.check);
  const grouping = createGroups(sending.messages, { ...neighbours, ...pictureKeeper(media) });
  const commerce = createCommerce(emulator, sending.messages);
  const payments = createPayments(sending.messages, { ...sending, shop: commerce.shop });
  checks.push(commerce.check, payments.check, (number, content) => flows.check(number, content));
  joinTemplates(templates, sending);
  joinQuality(sending, accounts);
  accounts.blockList.open({
    people,
    lastWroteAt: (numberId, phone) => sending.messages.chatOf(numberId, phone)?.lastInboundAt,
    readPhone,
  });
  accounts.openHistory(messageRecords(sending.messages));
  accounts.openProfiles((handle, { origin }) => media.handleUrl(handle, origin) ?? null);
  const analytics = createAnalytics(emulator);
  countMessages({ directory: emulator.directory, messages: sending.messages, accounts, analytics });
  countCalls(calling, analytics);
  countGroups(grouping, analytics);
  const desks = desksOf({
    emulator,
    accounts,
    media,
    commerce,
    payments,
    flows,
    calling,
    grouping,
    templates,
  });
  sending.messages.keepFrom((numberId, person) => accounts.blockList.has(numberId, person));
  const apps = createAppPhones(emulator);
  const coexistence = createCoexistence(sending.messages, apps, desks.media);
  const signup = createSignup(emulator, accounts, businessAppDesk(apps, coexistence));
  const owners = createOwnerPhones({ ...sending, apps }, desks, coexistence.platform);
  const phones = createPhones(sending.messages, sending.progress, desks, owners);
  return {
    emulator,
    accounts,
    analytics,
    calling,
    grouping,
    signup,
    commerce,
    payments,
    flows,
    people,
    media,
    templates,
    ...sending,
    apps,
    coexistence,
    phones,
  };
}

type Joined = Pick<Assembled, 'accounts' | 'media' | 'flows' | 'templates'> & { grouping: () => Grouping };

/** What messages ask of the capabilities. */
function neighboursOf(joined: Joined, checks: Neighbours['checkReferences'][]): Neighbours {
  const { accounts, media, flows, templates } = joined;
  return {
    useTemplate({ number, template, lite }) {
      const used = useTemplate(templates, {
        wabaId: number.wabaId,
        template,
        lite,
        groupLink: (id) => joined.grouping().linkOf(id) ?? id,
      });
      for (const wanted of flowsOf(showTemplate(templates, used.use.id, used.filled)))
        flows.forMessage(number, wanted);
      return used;
    },
    checkReferences: (number, content, person) => {
      for (const check of checks) check(number, content, person);
    },
    fetchLinks: (_number, content) => media.prepare(content),
    mayOpenConversation: (businessId, person) => accounts.limits.mayOpenConversation(businessId, person),
    internationalFrom: (number, country) => accounts.internationalFrom(number, country),
    refusalToSend: (number, initiative) => accounts.refusalToSend(number, initiative),
    isBlockedByBusiness: ({ id }, person) => accounts.blockList.has(id, person),
    sendToGroup: (...of) => joined.grouping().send(...of),
  };
}

type Desked = Pick<
  Assembled,
  'emulator' | 'accounts' | 'media' | 'commerce' | 'payments' | 'flows' | 'calling' | 'grouping' | 'templates'
>;

/** What phones ask of the capabilities. */
function desksOf({
  emulator,
  accounts,
  media,
  commerce,
  payments,
  flows,
  calling,
  grouping,
  templates,
}: Desked): PhoneNeighbours {
  const desks: PhoneNeighbours = {
    media: {
      view: (reference) => media.view(reference),
      wire: (id, numberId) => media.wire(id, numberId),
      origin: () => media.origin,
    },
    shop: commerce.shop,
    payments: payments.desk,
    flows: flows.desk({
      templateFlow: (message, key) =>
        flowsOf(shownTemplate(templates, message)).find((one) => one.key === key),
      readMedia: (id) => media.read(id),
      origin: () => media.origin,
    }),
    calls: calling.desk,
    groups: grouping.desk,
    templates: {
      tracksLinks: ({ template }) => templates.all.get(template?.id ?? '')?.trackingOptedOut !== true,
      card: (message) => showTemplateCard(shownTemplate(templates, message), message, desks),
      payload(message, key) {
        const shown = shownTemplate(templates, message);
        const buttons = [shown, ...(shown?.cards ?? [])].flatMap((part) => part?.buttons ?? []);
        const button = buttons.find((one) => one.key === key);
        return button?.kind === 'reply' ? button.payload : undefined;
      },
    },
    links(code) {
      const found = accounts.qrCodes.find(code);
      const number = found && emulator.directory.numbers.get(found.numberId);
      return number ? { number, text: found.message } : null;
    },
  };
  return desks;
}

function layGround(world: World, poster: Poster): Emulator {
  const directory = createDirectory(world);
  const faults = new Faults(world);
  const graph = new Graph({ world, directory, nodes: new Nodes(), quota: new Quota(world, directory) });
  return { world, directory, faults, graph, webhooks: new Webhooks({ world, directory, faults, poster }) };
}

const shownTemplate = (templates: Templates, { template, filled = {} }: Message): ShownTemplate | null =>
  template ? showTemplate(templates, template.id, filled) : null;

/** The Flows that a template's buttons open. */
function flowsOf(shown: ShownTemplate | null) {
  return (shown?.buttons ?? []).flatMap((button) => {
    if (button.kind !== 'flow') return [];
    const { key, flow, token, data } = button;
    return [
      {
        key,
        ...flow,
        flow_token: token,
        ...(data !== undefined && {
          flow_action_payload: { screen: flow.navigate_screen, data } as JsonObject,
        }),
      },
    ];
  });
}

/** What customers do with messages is feedback on the number that sent them. */
function joinQuality({ messages }: Pick<Assembled, 'messages'>, { numberQuality }: Accounts): void {
  for (const feedback of ['delivered', 'blocked', 'reported'] as const)
    messages.on(feedback, ({ numberId }) => numberQuality.note(numberId, feedback));
}

/** What customers do with messages is feedback on their templates, whose pacing holds messages back. */
function joinTemplates(
  templates: Templates,
  { messages, progress }: Pick<Assembled, 'messages' | 'progress'>,
): void {
  for (const feedback of ['delivered', 'read', 'blocked', 'reported'] as const) {
    messages.on(feedback, ({ template }) => {
      if (template) giveFeedback(templates, { templateId: template.id, feedback });
    });
  }
  templates.onPacing((templateId, outcome) => progress.endHolding(templateId, outcome));
}

const pictureKeeper = (media: Media): Pick<Grouping['groups']['neighbours'], 'keepPicture'> => ({
  async keepPicture(bytes, mime) {
    const { id } = await media.files.keep({ parts: [bytes], mime });
    return media.view({ id })?.url;
  },
});

const asksForCalls = (template: Template | undefined): boolean =>
  template?.components.some(({ type }) => type === 'CALL_PERMISSION_REQUEST') === true;

function countCalls({ calls }: Calling, analytics: Analytics): void {
  calls.onEnd(({ connectedAt, seconds, direction, person }, { messages, number: { wabaId, phone } }) => {
    if (connectedAt === undefined) return;
    const country = countryOf(person) ?? '';
    analytics.noteCall({ wabaId, phone, country, at: messages.now, direction, seconds, cost: 0 });
  });
}

function countGroups({ groups }: Grouping, analytics: Analytics): void {
  groups.onPaid(({ post: { wabaId, pricing, cost }, number: { phone }, person }) => {
    if (!pricing) return;
    const { type = 'regular', category } = pricing;
    const country = countryOf(person.id) ?? '';
    analytics.notePrice({ wabaId, phone, country, at: groups.now, type, category, cost });
  });
}
