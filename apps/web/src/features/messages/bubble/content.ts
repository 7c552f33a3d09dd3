type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const inside = (value: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What can be tapped under a message: quick answers, one list, one link. */
export function buttonsIn(content: unknown): string[] {
  const action = inside(content, 'interactive', 'action');
  const buttons = inside(action, 'buttons');
  const replies: unknown[] = Array.isArray(buttons)
    ? buttons.map((one) => inside(one, 'reply', 'title'))
    : [];
  const all = [...replies, inside(action, 'button'), inside(action, 'parameters', 'display_text')];
  return [...new Set(all.filter(isText))];
}

/** The emoji that stand at the bubble; one that was taken back is null. */
export function reactionsIn(reactions: unknown): string[] {
  return [inside(reactions, 'in', 'emoji'), inside(reactions, 'out', 'emoji')].filter(isText);
}

export const templateName = (content: unknown): string => {
  const name = inside(content, 'template', 'name');
  return isText(name) ? name : '';
};
