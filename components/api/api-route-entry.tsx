import { TitledSection } from '@/components/ui/titled-section'
import type { ApiRouteDescription } from './api-route'

/** One address of the API: what it takes, what it answers, and an example to follow. */
export function ApiRouteEntry({ route }: { route: ApiRouteDescription }) {
  const { method, path, summary, parameters, fields, example } = route
  return (
    <TitledSection
      title={
        <span className="font-mono text-base [overflow-wrap:anywhere]">
          {method} {path}
        </span>
      }
      label={`${method} ${path}`}
      className="mb-9 max-w-4xl"
      gap="mb-1"
    >
      <p>
        {summary}.{' '}
        {example && (
          <>
            Example: <a href={example}>{example}</a>
          </>
        )}
      </p>
      {parameters.length > 0 && (
        <Names title="Parameters" entries={parameters.map(({ values, ...rest }) => ({ type: values, ...rest }))} />
      )}
      <Names title="Fields" entries={fields} />
    </TitledSection>
  )
}

interface Entry {
  readonly name: string
  readonly type: string
  readonly description: string
}

function Names({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <details className="mt-2">
      <summary className="min-h-6 text-sm font-semibold">{title}</summary>
      <dl className="mt-1 grid gap-x-6 gap-y-1 text-[0.9375rem] sm:grid-cols-[11rem_minmax(0,1fr)]">
        {entries.map(({ name, type, description }) => (
          <div key={name} className="contents">
            <dt className="font-mono text-sm">{name}</dt>
            <dd className="m-0 mb-1.5 sm:mb-0">
              <span className="text-muted">{type}.</span> {description}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
