import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { addWord, listHeard, listWords, removeWord, tryWords, type WhoseKeyword } from './own-words.ts';
import { getSettings, updateSettings } from './settings.ts';

export function optOutRoutes(whoseKeyword: WhoseKeyword): Route[] {
  return workspaceRoutes('optOut', contract.optOut, {
    heard: ({ tx, input }) => listHeard(tx, input),
    words: ({ tx }) => listWords(tx),
    addWord: ({ tx, input }) => addWord(tx, whoseKeyword, input),
    removeWord: ({ tx, input }) => removeWord(tx, input.wordId),
    try: ({ tx, input }) => tryWords(tx, input.text),
    settings: ({ tx }) => getSettings(tx),
    updateSettings: ({ tx, input }) => updateSettings(tx, input),
  });
}
