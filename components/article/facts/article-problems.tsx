import { Notice } from '@/components/ui/notice'
import type { Problem } from '@/lib/kb/articles/errors'

/** For authors, in development: what is wrong with the file of an article. A file that cannot be read keeps its last good version. */
export function ArticleProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <Notice label="Problems in this article" tone="amber">
      <p className="font-semibold">
        {problems.length === 1 ? 'A problem in this article' : `${problems.length} problems in this article`}
      </p>
      <ul className="mt-1 list-disc pl-5">
        {problems.map(({ file, line, message }) => (
          <li key={`${file}:${line} ${message}`}>
            <code>
              {file}:{line}
            </code>{' '}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
