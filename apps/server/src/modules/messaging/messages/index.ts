export { adoptFoundStrays, adoptStrays, applyTold } from './adopt.ts';
export { touchConversations, noteAnswers } from './conversations.ts';
