import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { insertRow } from '@/lib/kb-index/file/rows'

/** Enters a problem of one file, or one that several files of the collection cause together. */
export function insertProblem(database: IndexDatabase, problem: Problem, scope: 'file' | 'collection'): void {
  const { file: path, line, number, message, isNote = false } = problem
  insertRow(database, 'problem', { path, line, number, message, isNote, scope })
}
