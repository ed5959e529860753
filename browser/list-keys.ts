const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** Lets `j` and `k` step through the links of a list that has the focus; Enter opens a link in any case. */
export function stepThroughLists(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-list-keys]')) {
    list.addEventListener('keydown', (event) => step(list, event))
  }
}

function step(list: HTMLElement, event: KeyboardEvent): void {
  const change = STEPS[event.key]
  if (change === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const items = [...list.children]
  const next = items[items.findIndex((item) => item.contains(document.activeElement)) + change]
  const link = next?.querySelector<HTMLElement>('h2 a') ?? next?.querySelector<HTMLElement>('a')
  link?.focus()
}
