import type { Waba } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { Call, Edges } from '../graph/call.ts';
import { pageOf } from '../graph/cursors.ts';
import { callAnalytics } from './call-analytics.ts';
import { conversationAnalytics } from './conversation-analytics.ts';
import { Ledger } from './ledger.ts';
import { messageAnalytics } from './message-analytics.ts';
import { day } from './periods.ts';
import { pricingAnalytics } from './pricing-analytics.ts';
import { templateAnalytics } from './template-analytics.ts';

/** Where something happened: the account, its number, and the country of the customer. */
interface Place {
  wabaId: string;
  /** The number's own phone number, without the plus sign. */
  phone: string;
  country: string;
  at: number;
}

interface MessageFact extends Place {
  event: 'sent' | 'delivered';
  /** Templates are notifications, everything else is support. */
  isTemplate: boolean;
}

interface PriceFact extends Place {
  /** In small letters as in statuses: `regular`, `authentication_international`. */
  type: string;
  category: string;
  /** Such as `0:750000`; only of what is charged. */
  tier?: string;
  /** Millionths of the account's currency. */
  cost: number;
}

interface ConversationFact extends Place {
  type: 'FREE_ENTRY' | 'FREE_TIER' | 'REGULAR';
  direction: 'BUSINESS_INITIATED' | 'USER_INITIATED';
  category: string;
  cost: number;
}

interface TemplateFact {
  wabaId: string;
  templateId: string;
  at: number;
  sentAt: number;
  /** By the Marketing Messages API. */
  lite?: boolean;
}

interface CallFact extends Place {
  direction: 'BUSINESS_INITIATED' | 'USER_INITIATED';
  seconds: number;
  cost: number;
}

/** Counts what happens and answers what came of it. Nothing of a single message is kept. */
export interface Analytics {
  noteMessage(fact: MessageFact): void;
  notePrice(fact: PriceFact): void;
  noteConversation(fact: ConversationFact): void;
  noteTemplate(fact: TemplateFact & { event: 'sent' | 'delivered' | 'read'; cost?: number }): void;
  noteClick(
    fact: TemplateFact & {
      type: 'quick_reply_button' | 'url_button' | 'unique_url_button';
      button: string;
    },
  ): void;
  noteCall(fact: CallFact): void;
}

/** Reads and clicks count for so long after the message was sent. */
const attention = 7 * day;

export function createAnalytics(emulator: Emulator): Analytics {
  const { world } = emulator;
  const messages = new Ledger(world, 'messages');
  const prices = new Ledger(world, 'prices');
  const conversations = new Ledger(world, 'conversations');
  const templates = new Ledger(world, 'templates');
  const clicks = new Ledger(world, 'clicks');
  const calls = new Ledger(world, 'calls');
  answerWith(emulator, { messages, prices, conversations, templates, clicks, calls });
  return {
    noteMessage({ wabaId, phone, country, at, event, isTemplate }) {
      const product = isTemplate ? '0' : '2';
      messages.add(wabaId, at, [phone, country, product], event === 'sent' ? [1, 0] : [0, 1]);
    },
    notePrice({
      wabaId,
      phone,
      country,
      at,
      type,
      category,
      cost,
      tier = type === 'regular' ? '0:MAX' : '',
    }) {
      prices.add(wabaId, at, [phone, country, type.toUpperCase(), category.toUpperCase(), tier], [1, cost]);
    },
    noteConversation({ wabaId, phone, country, at, type, direction, category, cost }) {
      conversations.add(wabaId, at, [phone, country, type, direction, category.toUpperCase()], [1, cost]);
    },
    noteTemplate({ wabaId, templateId, at, sentAt, lite, event, cost = 0 }) {
      if (event === 'read' && at - sentAt > attention) return;
      const counts = ['sent', 'delivered', 'read'].map((name) => Number(name === event));
      templates.add(wabaId, at, [templateId, productOf(lite)], [...counts, cost]);
    },
    noteClick({ wabaId, templateId, at, sentAt, lite, type, button }) {
      if (at - sentAt <= attention) clicks.add(wabaId, at, [templateId, productOf(lite), type, button], [1]);
    },
    noteCall({ wabaId, phone, country, at, direction, seconds, cost }) {
      calls.add(wabaId, at, [phone, country, direction], [1, seconds, cost]);
    },
  };
}

const productOf = (lite = false): string => (lite ? 'MARKETING_MESSAGES_API_FOR_WHATSAPP' : 'CLOUD_API');

type Ledgers = Record<'messages' | 'prices' | 'conversations' | 'templates' | 'clicks' | 'calls', Ledger>;

function answerWith({ world, directory, graph }: Emulator, ledgers: Ledgers): void {
  const now = (): number => world.clock.now();
  const ofTemplates = (waba: Waba, given: Record<string, unknown>) => {
    const business = directory.businesses.get(waba.businessId);
    if (!business) throw new Error(`The account ${waba.id} has no owner.`);
    return templateAnalytics({ ...ledgers, waba, business, given, now: now() });
  };
  graph.nodes.addFields<Waba>('waba', {
    analytics: (waba, { calls }) =>
      messageAnalytics(ledgers.messages, waba, directory.numbersOf(waba.id), calls, now()),
    conversation_analytics: (waba, { calls }) =>
      conversationAnalytics(ledgers.conversations, waba, calls, now()),
    pricing_analytics: (waba, { calls }) => pricingAnalytics(ledgers.prices, waba, calls, now()),
    call_analytics: (waba, { calls }) => callAnalytics(ledgers.calls, waba, calls, now()),
    template_analytics: (waba, { calls }) => ofTemplates(waba, calls),
  });
  const edges: Edges = {
    'GET waba/template_analytics': {
      access: 'whatsapp_business_management',
      answer(call: Call<Waba>) {
        const list = ofTemplates(call.node, call.params).data.map((entry, at) => ({
          ...entry,
          id: String(at),
        }));
        const { data, ...rest } = pageOf(list, call, { path: `${call.node.id}/template_analytics` });
        return { data: data.map(({ id: _id, ...entry }) => entry), ...rest };
      },
    },
  };
  graph.add(edges);
}
