export { EventConsumers } from './consumers.ts';
export type { LoggedEventOf } from './logged-event.ts';
export { listParked } from './parked.ts';
export { publish, publishIn, type Fact } from './publish.ts';
export { historyRoutes } from './routes.ts';
export { mountStream } from './stream.ts';
export { defineSubscriber, type Subscriber } from './subscriber.ts';
export { EventTail } from './tail.ts';
export { historyEraser } from './erase-words.ts';
