/** What a property of a component may hold; the rules of Meta, "Components". */
export interface Rule {
  type: 'string' | 'number' | 'boolean' | 'array' | 'object';
  /** Types that are accepted beside the first. */
  or?: Rule['type'][];
  required?: boolean;
  /** Required from this version of Flow JSON on. */
  requiredSince?: string;
  since?: string;
  /** Of a text its characters, of a list its items, of a number its value. */
  min?: number;
  max?: number;
  values?: readonly string[];
  /** Whether `${data.x}` may stand for it. */
  dynamic: boolean;
  format?: 'date' | 'uri' | 'regex';
  /** The rules of the things in a list, or of the properties of an object. */
  item?: Rule;
  properties?: Rules;
  action?: ActionRule;
  /** Components inside: they are checked on their own. */
  components?: boolean;
}

export type Rules = Record<string, Rule>;

export type ActionName = 'navigate' | 'complete' | 'data_exchange' | 'update_data' | 'open_url';

interface ActionRule {
  names: readonly ActionName[];
}

type More = Partial<Rule>;

export const text = (max: number, more: More = {}): Rule => ({
  type: 'string',
  dynamic: true,
  min: 1,
  max,
  ...more,
});

export const flag = (more: More = {}): Rule => ({ type: 'boolean', dynamic: true, ...more });

export const number = (more: More = {}): Rule => ({ type: 'number', dynamic: true, ...more });

export const oneOf = (values: readonly string[], more: More = {}): Rule => ({
  type: 'string',
  dynamic: true,
  values,
  ...more,
});

export const list = (item: Rule, more: More = {}): Rule => ({ type: 'array', dynamic: true, item, ...more });

export const object = (properties: Rules, more: More = {}): Rule => ({
  type: 'object',
  dynamic: true,
  properties,
  ...more,
});

export const freeObject = (more: More = {}): Rule => ({ type: 'object', dynamic: true, ...more });

export const date = (more: More = {}): Rule => ({ type: 'string', dynamic: true, format: 'date', ...more });

export const name = (more: More = {}): Rule => ({
  type: 'string',
  dynamic: false,
  min: 1,
  required: true,
  ...more,
});

export const components = (more: More = {}): Rule => ({
  type: 'array',
  dynamic: false,
  components: true,
  ...more,
});

export const action = (names: readonly ActionName[], more: More = {}): Rule => ({
  type: 'object',
  dynamic: false,
  action: { names },
  ...more,
});

export const required = { required: true };
