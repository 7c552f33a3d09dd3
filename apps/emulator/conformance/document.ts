/** A JSON schema as OpenAPI 3.1 writes it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  unevaluatedProperties?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  nullable?: boolean;
  enum?: unknown[];
}

export interface SpecDocument {
  paths: Record<string, { get?: SpecOperation; post?: SpecOperation; delete?: SpecOperation }>;
  components: { schemas: Record<string, Schema>; responses?: Record<string, unknown> };
}

export interface SpecOperation {
  requestBody?: Content;
  responses?: Record<string, Content | { $ref: string }>;
}

export interface Content {
  content?: Record<string, { schema?: Schema }>;
}

export function resolve(document: SpecDocument, ref: string): unknown {
  const steps = ref.slice('#/'.length).split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
}
