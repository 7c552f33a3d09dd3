/** The first column stays while the others scroll sideways, so that a row is never a row of nobody. */
export function firstColumn(selectable: boolean): string {
  return `sticky z-1 flex h-full items-center bg-inherit border-e border-transparent group-data-[aside=true]/table:border-line ${selectable ? 'start-10' : 'start-0'}`;
}
