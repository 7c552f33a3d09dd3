import type { WishWords } from '../wish-words.ts';

const messages =
  '(message|messages|msg|msgs|mssg|mesages|messeges|messege|massage|massages|messaging|texts|text|sms|whatsapp messages|whatsapp msgs|whatsapp|updates|notifications|notification|alerts|spam|spamming|spam messages)';
const offers =
  '(promotions|promotion|promotional|promos|promo|promotional messages|promotional msgs|promo messages|promo msgs|promotion messages|promotion msgs|marketing|marketing messages|marketing msgs|offers|offer messages|offer msgs|offer|ads|ad messages|advertisements|advertising|advertisement|newsletters|newsletter|deals|sale messages|campaigns)';
const whose =
  '[all|all the|all your|all these|all of these|these|this|your|the|any|any more|such|more|those]';
const me = '[me|us|to me|on this number|to this number|to my number|on my number|on whatsapp|from you|here]';
const doing = '(sending|sendng|send|texting|messaging|msging|msg|message|text|texting)';

export const english: WishWords = {
  language: 'en',
  stop: [
    '(stop|stp|sotp|stpo|tsop|satop|stopit|stop it)',
    '(stopall|stop all|stop now|stop this|stop everything|full stop stop)',
    '(unsubscribe|unsuscribe|unsubcribe|unsubscibe|unsubsribe|unsubscrib|unsubscribed|unsub|un subscribe|unsubscribe me|unsubscribe all|unsubscribe this number|unsubscribe my number|unsubscribe from all|unsubscribe me from this|unsubscribe me from all messages)',
    '(opt out|optout|opt me out|i opt out|i want to opt out|opting out)',
    `stop [${doing.slice(1, -1)}] ${me} ${whose} (${messages}|this|it|all|everything) ${me}`,
    `stop ${doing} ${me}`,
    '(stop contacting me|stop contacting us|stop contacting|stop disturbing|stop disturbing me|stop bothering me|stop spamming|stop spamming me|stop spam)',
    `(dont|do not|donot|dnt|never) (send|text|message|msg|contact|disturb|spam|whatsapp) ${me} [again|anymore|any more|ever again]`,
    `(dont|do not|donot|dnt) (send|sent) ${me} ${whose} ${messages} ${me} [again|anymore|any more|ever again]`,
    `[i] (dont|do not|donot) (want|need|wish to get|want to get|want to receive|wish to receive) ${whose} ${messages} ${me} [again|anymore|any more]`,
    `no more ${messages} ${me}`,
    '(remove me|remove my number|remove me from list|remove me from your list|remove me from this list|remove my number from your list|delete my number|delete my number from your list|take me off|take me off your list|take me off this list|remove my contact)',
    '(dnd|do not disturb|dont disturb|start dnd|activate dnd|full dnd)',
    `i want to (stop|stop receiving|stop getting) ${whose} ${messages} ${me}`,
    'i want to (stop|unsubscribe)',
    '(cancel my subscription to messages|cancel subscription to messages|cancel whatsapp messages|cancel whatsapp updates)',
    `(i withdraw my consent|withdraw consent|withdraw my consent|i revoke my consent|revoke consent|consent withdrawn)`,
  ],
  start: [
    '(start|strat|satrt|unstop|un stop|resume|resubscribe|re subscribe|subscribe|subscribe me|subscribe me again|subscribe again|opt in|optin|opt me in|i want to opt in)',
    '(start|resume|restart) [sending|sending me] [all|all the|the|your|my] (message|messages|msg|msgs|updates|notifications|offers|promotions) [again|to me]',
    '(start again|restart|start messages|turn on messages|send me messages again|send messages again|message me again)',
    '(you can message me again|you can send messages|you can send messages again|send me offers again|send offers again)',
  ],
  stopPromotions: [
    `(stop|no more|unsubscribe|unsubscribe from|opt out of|cancel|end) [sending|sending me|me] ${whose} ${offers} ${me}`,
    `(dont|do not|donot|dnt) send ${me} ${whose} ${offers} ${me} [again|anymore|any more]`,
    `[i] (dont|do not) (want|need|want to receive|want to get) ${whose} ${offers} ${me} [anymore|any more]`,
    '(stop promotions|stoppromotions|stop promo|stopp promo|no promotions|no offers|no ads|no marketing|not interested in offers|not interested in promotions)',
    '(only order updates|only send order updates|send only order updates)',
  ],
  around: [
    '(please|plz|pls|plse|plase|pleas|kindly|request|requesting you|humble request|i request you to|i said|i am saying|just)',
    '(ok|okay|hi|hello|hey|dear|sir|mam|maam|madam|bro|boss|team|sir ji|dear sir|dear team|bhai|yaar|ji|guys)',
    '(thanks|thank you|thankyou|ty|thx|regards|god)',
    '(now|immediately|asap|urgently|right now|at once|from now|from today|from now on|forever|permanently|for god sake|for gods sake|i am not interested|not interested|enough|bas|enough is enough|i beg you|again and again|already)',
  ],
  asking: ['(can|could|will|would) (you|u) [please|pls|plz|kindly]', 'can i', 'how [do i|to|can i]'],
};
