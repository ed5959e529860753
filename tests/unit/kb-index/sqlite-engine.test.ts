import { createSqliteEngine } from '@/lib/kb-index/sqlite-engine'
import { testSearchEngine } from '@/tests/support/search-engine-conformance'
import { indexPath } from './sample-index'

testSearchEngine('the index file', async (context) => createSqliteEngine(indexPath(context)))
