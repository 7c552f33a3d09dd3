import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { flag, list, requiredText } from '../reading.ts';

type Command = NonNullable<BusinessNumber['commands']>[number];

const mostPrompts = 4;
const mostCommands = 30;
const emoji = /\p{Extended_Pictographic}/u;

/** Prompts and commands that a chat offers (Meta, "Conversational components"). */
export const componentEdges = ({ directory: { numbers } }: Emulator): Edges => ({
  'POST number/conversational_automation': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      const welcomes = flag(params, 'enable_welcome_message');
      const prompts = list(params, 'prompts')?.map((one, place) => plainText(`prompts[${place}]`, one, 80));
      const commands = list(params, 'commands')?.map(readCommand);
      if (prompts && prompts.length > mostPrompts)
        refuse(100, `Param prompts must have at most ${mostPrompts} elements.`);
      if (commands && commands.length > mostCommands)
        refuse(100, `Param commands must have at most ${mostCommands} elements.`);
      numbers.change(node.id, {
        ...(welcomes !== undefined && { welcomes }),
        ...(prompts && { prompts }),
        ...(commands && { commands }),
      });
      return { success: true };
    },
  },
});

/** Undefined until something was set, so that the field is left out. */
export function automationOf({ id, welcomes, prompts, commands }: BusinessNumber) {
  if (welcomes === undefined && !prompts && !commands) return undefined;
  return {
    ...(welcomes !== undefined && { enable_welcome_message: welcomes }),
    ...(prompts && { prompts }),
    ...(commands && { commands }),
    id,
  };
}

function readCommand(given: unknown, place: number): Command {
  const path = `commands[${place}]`;
  if (!isObject(given)) refuse(100, `Param ${path} must be an object.`);
  const name = plainText(`${path}[command_name]`, given.command_name, 32);
  if (/\s|^\//.test(name)) refuse(100, `Param ${path}[command_name] must be one word without a slash.`);
  return {
    command_name: name,
    command_description: plainText(`${path}[command_description]`, given.command_description, 256),
  };
}

function plainText(path: string, given: unknown, max: number): string {
  const value = requiredText({ [path]: given }, path, { max });
  if (emoji.test(value)) refuse(100, `Param ${path} must not contain emoji.`);
  return value;
}
