import { refuse } from '../../graph/errors.ts';

/** What Meta says when it does not take a template. Clients show the title and the message, and branch on the subcode. */
const known = {
  limitReached: [2388019, 'Message Template Limit Exceeded'],
  beingDeleted: [2388023, 'Message Template Language is Being Deleted'],
  exists: [2388024, 'Content in This Language Already Exists'],
  statusFixed: [2388039, "Message template status can't be changed"],
  tooLong: [2388040, 'Character Limit Exceeded'],
  missingField: [2388043, 'Message template "components" param is missing expected field(s)'],
  nameFormat: [2388046, 'Name Format is Incorrect'],
  headerFormat: [2388047, 'Message Header Format is Incorrect'],
  buttonFormat: [2388060, 'Button format is incorrect'],
  bodyFormat: [2388072, 'Message Body Format is Incorrect'],
  footerFormat: [2388073, 'Message Footer Format is Incorrect'],
  tooManyVariables: [2388293, 'Parameters words ratio exceeds limit'],
  variableAtEdge: [2388299, "Leading or trailing params can't be used"],
} as const satisfies Record<string, readonly [number, string]>;

export type TemplateRefusal = keyof typeof known;

export function refuseTemplate(kind: TemplateRefusal, userMessage: string): never {
  const [subcode, userTitle] = known[kind];
  return refuse(100, undefined, { subcode, userTitle, userMessage, transient: false });
}

/** For rules whose subcode Meta does not publish. */
export const refuseContent = (userTitle: string, userMessage: string): never =>
  refuse(100, undefined, { userTitle, userMessage, transient: false });

export const refuseMissing = (component: string, field: string): never =>
  refuseTemplate('missingField', `component of type ${component} is missing expected field(s) (${field})`);

export function checkLength(text: string, limit: number, what: string): string {
  return text.length <= limit
    ? text
    : refuseTemplate(
        'tooLong',
        `The ${what} can have at most ${limit} characters, this one has ${text.length}.`,
      );
}
