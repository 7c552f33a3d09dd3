import { lineTable, type JsonNode, type Span } from './reader.ts';

interface Range {
  line_start: number;
  line_end: number;
  column_start: number;
  column_end: number;
}

/** Meta, "Flows API" (validation_errors). */
export interface ValidationError extends Range {
  error: string;
  error_type: 'FLOW_JSON_ERROR' | 'JSON_SCHEMA_ERROR';
  message: string;
  pointers: (Range & { path: string })[];
}

type Place = Span & { path: string };

export interface Report {
  errors: ValidationError[];
  /** What is wrong, and where; of several places the first leads. */
  say(error: string, message: string, ...places: Place[]): void;
}

/** Nobody mends more at a time, and a file made of mistakes must not fill the memory. */
const mostErrors = 500;

export function createReport(text: string): Report {
  const errors: ValidationError[] = [];
  const positionOf = lineTable(text);
  const rangeOf = ({ start, end }: Span): Range => {
    const [first, last] = [positionOf(start), positionOf(Math.max(start, end - 1))];
    return {
      line_start: first.line,
      line_end: last.line,
      column_start: first.column,
      column_end: last.column,
    };
  };
  return {
    errors,
    say(error, message, ...places) {
      const pointers = places.map((place) => ({ ...rangeOf(place), path: place.path }));
      const first = rangeOf(places[0] ?? { start: 0, end: 0 });
      if (errors.length < mostErrors)
        errors.push({ error, error_type: 'FLOW_JSON_ERROR', message, ...first, pointers });
    },
  };
}

/** Where a property's name stands. */
export const nameOf = ({ key, path, start, end }: JsonNode): Place => ({ path, ...(key ?? { start, end }) });
