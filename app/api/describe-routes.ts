import { z } from 'zod'
import type { ApiRouteDescription } from '@/components/api/api-route'
import { API_ROUTES, type ApiRoute } from '@/lib/http/api/routes'
import { API_URL } from '@/lib/urls'

type JsonSchema = Readonly<Record<string, unknown>>

/** Lists the addresses of the API as its page shows them, from the schemas that make the OpenAPI document. */
export function listRouteDescriptions(): readonly ApiRouteDescription[] {
  return API_ROUTES.map((route) => ({
    id: route.id,
    method: route.method.toUpperCase(),
    path: API_URL + route.path,
    summary: route.summary,
    parameters: route.parameters.map(({ name, description, schema }) => ({
      name,
      description,
      values: typeOf(toJson(schema)),
    })),
    fields: Object.entries(propertiesOf(toJson(route.answer))).map(([name, schema]) => ({
      name,
      type: typeOf(schema),
      description: typeof schema.description === 'string' ? schema.description : '',
    })),
    example: route.method === 'get' ? examplePath(route) : undefined,
  }))
}

/** Gives the path and query of a route with the values of its examples. */
export function examplePath({ path, parameters }: ApiRoute): string {
  const given = parameters.flatMap(({ name, in: place, example }) =>
    example === undefined ? [] : [{ name, place, value: String(example) }],
  )
  const filled = given
    .filter(({ place }) => place === 'path')
    .reduce((text, { name, value }) => text.replace(`{${name}}`, encodeURIComponent(value)), path)
  const query = new URLSearchParams(
    given.flatMap(({ name, place, value }) => (place === 'query' ? [[name, value]] : [])),
  )
  return API_URL + filled + (query.size > 0 ? `?${query}` : '')
}

function toJson(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' })
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return isRecord(schema.properties) ? Object.fromEntries(Object.entries(schema.properties).filter(isSchemaEntry)) : {}
}

/** Says in a few words what a value is: `text`, `list of objects`, `one of a, b`. */
function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.join(', ')}`
  if (schema.type === 'array') return `list of ${isRecord(schema.items) ? pluralOf(schema.items) : 'values'}`
  if (schema.type === 'string') return 'text'
  if (schema.type === 'integer') return 'number'
  return typeof schema.type === 'string' ? schema.type : 'object'
}

function pluralOf(items: JsonSchema): string {
  return items.type === 'string' ? 'texts' : items.type === 'integer' ? 'numbers' : 'objects'
}

function isSchemaEntry(entry: [string, unknown]): entry is [string, JsonSchema] {
  return isRecord(entry[1])
}

function isRecord(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
