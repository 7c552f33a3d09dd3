import type { NamedExample, ParameterFormat } from '@trikon/whatsapp';
import { readList, readObject, readText } from './reading.ts';
import type { Fields } from './reading.ts';
import { refuseMissing } from './refusals.ts';

/** Every variable needs an example, named or in the order of the numbers (Meta, 'Template components'). */
interface Wanted {
  component: 'BODY' | 'HEADER';
  names: string[];
  format: ParameterFormat;
}

export function readHeaderExample(example: unknown, wanted: Wanted) {
  if (wanted.names.length === 0) return undefined;
  const given = exampleOf(example, wanted.component);
  if (wanted.format === 'NAMED') {
    return { header_text_named_params: readNamed(given, 'header_text_named_params', wanted) };
  }
  const values = Array.isArray(given.header_text) ? given.header_text : [given.header_text];
  return { header_text: readValues(values, wanted) };
}

export function readBodyExample(example: unknown, wanted: Wanted) {
  if (wanted.names.length === 0) return undefined;
  const given = exampleOf(example, wanted.component);
  if (wanted.format === 'NAMED') {
    return { body_text_named_params: readNamed(given, 'body_text_named_params', wanted) };
  }
  const rows = Array.isArray(given.body_text) ? given.body_text : [];
  return { body_text: [readValues(Array.isArray(rows[0]) ? rows[0] : rows, wanted)] };
}

export function readHandles(example: unknown, component: string): string[] {
  const handles = exampleOf(example, component).header_handle;
  const list = Array.isArray(handles) ? handles : [handles];
  const texts = list.filter((handle) => typeof handle === 'string' && handle !== '');
  return texts.length > 0 ? texts : refuseMissing(component, 'example');
}

const exampleOf = (example: unknown, component: string): Fields =>
  example === undefined || example === null
    ? refuseMissing(component, 'example')
    : readObject(example, 'example');

function readValues(values: unknown[], { names, component }: Wanted): string[] {
  const texts = values.filter((value) => typeof value === 'string' && value.trim() !== '') as string[];
  return texts.length === names.length ? texts : refuseMissing(component, 'example');
}

function readNamed(given: Fields, key: string, { names, component }: Wanted): NamedExample[] {
  const list = readList(given[key] ?? refuseMissing(component, 'example'), key).map((item, at) => {
    const { param_name, example } = readObject(item, `${key}[${at}]`);
    return { param_name: readText(param_name, 'param_name'), example: readText(example, 'example') };
  });
  const complete = names.every((name) =>
    list.some((item) => item.param_name === name && item.example.trim() !== ''),
  );
  return complete && list.length === names.length ? list : refuseMissing(component, 'example');
}
