import { createSqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { indexPath } from '@/tests/support/sample-index'
import { testSearchEngine } from '@/tests/support/search-engine-conformance'

testSearchEngine('the index file', async (context) => createSqliteEngine(indexPath(context)))
