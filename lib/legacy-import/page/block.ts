/** One block of a page, before it becomes a Markdown tree. Text is one line, as the reader sees it. */
export type PageBlock =
  | { readonly type: 'heading'; readonly text: string; readonly depth: 2 | 3 | 4; readonly line: number }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'reference'; readonly number: string; readonly title: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly PageItem[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'code'; readonly language?: string; readonly value: string }
  | { readonly type: 'separator'; readonly text: string }

/** One item of a list. */
export interface PageItem {
  readonly blocks: readonly PageBlock[]
}
