import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { getExport, listExports, startExport } from '../exports/exports.ts';
import type { HigherConditions } from '../list/filter-ground.ts';
import type { ImportParts } from './import-parts.ts';
import {
  checkImport,
  discardImport,
  getImport,
  listImports,
  startImport,
  stopImport,
  undoImport,
} from './imports.ts';

export const contactFileRoutes = (parts: ImportParts, higher: HigherConditions): Route[] => [
  ...workspaceRoutes('contactImports', contract.contactImports, {
    list: ({ tx, input }) => listImports(tx, input),
    get: ({ tx, input: { importId } }) => getImport(tx, parts, importId),
    check: async ({ tx, input, caller: { permissions } }) => {
      await checkImport(tx, parts, { ...input, permissions });
      return getImport(tx, parts, input.importId);
    },
    start: async ({ tx, input: { importId } }) => {
      await startImport(tx, importId);
      return getImport(tx, parts, importId);
    },
    stop: async ({ tx, input: { importId } }) => {
      await stopImport(tx, importId);
      return getImport(tx, parts, importId);
    },
    undo: async ({ tx, input: { importId } }) => {
      await undoImport(tx, importId);
      return getImport(tx, parts, importId);
    },
    discard: async ({ tx, input: { importId } }) => {
      await discardImport(tx, parts, importId);
      return {};
    },
  }),
  ...workspaceRoutes('contactExports', contract.contactExports, {
    start: ({ tx, input, caller: { permissions } }) =>
      startExport(tx, { parts, higher }, { ...input, permissions }),
    get: ({ tx, input: { exportId } }) => getExport(tx, parts, exportId),
    list: ({ tx, input }) => listExports(tx, parts, input),
  }),
];
