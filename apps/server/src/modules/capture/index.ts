export { mountEmbed } from './embed/mount-embed.ts';
export { captureTasks } from './jobs.ts';
export { mountOptInPage } from './page/mount-page.ts';
export { captureRoutes } from './routes.ts';
export { captureSubscribers } from './subscribers.ts';
