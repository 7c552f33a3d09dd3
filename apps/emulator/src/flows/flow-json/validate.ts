import { checkBranches } from './branches.ts';
import { checkDataModel } from './data-model.ts';
import { checkPayloads } from './payloads.ts';
import { placeFlow } from './placed.ts';
import { JsonTextError, readJson, type JsonNode, textOfNode } from './reader.ts';
import { checkReferences } from './references.ts';
import { createReport, type Report, type ValidationError } from './report.ts';
import { checkRouting } from './routing.ts';
import { checkScreens } from './screens.ts';
import { checkShape } from './shape.ts';
import { dataApiVersions, versionState } from './versions.ts';

/**
 * What Meta's builder finds wrong with a Flow JSON: first whether it is JSON of a known version, then whether
 * everything has the right shape, and only then whether it makes sense.
 */
export function validateFlowJson(text: string): ValidationError[] {
  const report = createReport(text);
  const root = readFlow(text, report);
  const version = root && checkVersion(root, report);
  if (!root || version === undefined) return report.errors;
  checkShape(root, version, report);
  if (report.errors.length === 0) checkMeaning(root, version, report);
  return report.errors;
}

function readFlow(text: string, report: Report): JsonNode | undefined {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    report.say('INVALID_FLOW_JSON', 'Flow JSON is not valid.', {
      start: error.at,
      end: error.at + 1,
      path: '',
    });
    return undefined;
  }
}

function checkVersion(root: JsonNode, report: Report): string | undefined {
  const node = root.properties?.get('version');
  if (root.kind !== 'object') {
    report.say('INVALID_FLOW_JSON', 'Flow JSON is not valid.', root);
  } else if (!node) {
    report.say('MISSING_FLOW_JSON_VERSION', 'Flow JSON version is not specified.', root);
  } else if (versionState(textOfNode(node)) === undefined || node.kind !== 'string') {
    report.say('INVALID_FLOW_JSON_VERSION', 'Invalid Flow JSON version.', node);
  } else if (versionState(textOfNode(node)) === 'expired') {
    report.say('UNSUPPORTED_FLOW_JSON_VERSION', 'Unsupported Flow JSON version.', node);
  } else {
    return textOfNode(node);
  }
  return undefined;
}

function checkMeaning(root: JsonNode, version: string, report: Report): void {
  const api = root.properties?.get('data_api_version');
  if (api && !dataApiVersions.includes(textOfNode(api))) {
    report.say(
      'NO_SUPPORTED_DATA_API_VERSION',
      'No supported Data API version found for given Flow JSON version.',
      api,
    );
  }
  const flow = placeFlow(root, version);
  checkScreens(flow, report);
  // What follows compares screens with each other, which is not worth doing for thousands of them.
  if (report.errors.some(({ error }) => error === 'MAX_SCREENS_NUMBER' || error === 'DUPLICATE_SCREEN_IDS'))
    return;
  for (const screen of flow.screens) {
    checkBranches(screen, report);
    checkDataModel(screen.properties.get('data'), report);
    checkReferences(flow, screen, report);
    checkPayloads(flow, screen, report);
  }
  checkRouting(flow, report);
}
