import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { insertRow } from '@/lib/kb-index/file/rows'

/** Enters a problem. A scope of `file` is a fault of one file, `collection` one that several files make together. */
export function insertProblem(database: IndexDatabase, problem: Problem, scope: 'file' | 'collection'): void {
  const { file: path, line, number, message, isNote = false } = problem
  insertRow(database, 'problem', { path, line, number, message, isNote, scope })
}
