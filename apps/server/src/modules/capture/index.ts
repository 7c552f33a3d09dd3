export { mountEmbed } from './embed/mount-embed.ts';
export { captureTasks } from './jobs.ts';
export { mountOptInPage } from './page/mount-page.ts';
export { createPreferenceLinks } from './preferences/links.ts';
export { mountPreferences } from './preferences/mount.ts';
export { preferencesRoutes } from './preferences/routes.ts';
export { captureRoutes } from './routes.ts';
export { captureSubscribers } from './subscribers.ts';
