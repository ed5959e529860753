import { z } from 'zod'
import { API_URL } from '@/lib/urls'
import { API_ROUTES, type ApiRoute } from './routes'
import { error } from './update-schemas'

const COMPONENTS = '#/components/schemas/'
const ERRORS: Readonly<Record<ApiRoute['errors'][number], string>> = {
  400: 'A parameter or the body is not valid.',
  404: 'The collection does not have it.',
  405: 'The method is not supported here.',
  406: '`Accept` takes no form of the answer.',
  413: 'The body is too large.',
}

/** Builds the OpenAPI 3.1 document of the API from the schemas of its answers. `origin` is that of this site, if it is known. */
export function openApiDocument(origin = '') {
  const schemas = z.registry<{ id: string }>()
  schemas.add(error, { id: 'Error' })
  for (const route of API_ROUTES) schemas.add(route.answer, { id: answerName(route) })
  for (const [schema, id] of namedSchemas()) schemas.add(schema, { id })
  const { schemas: described } = z.toJSONSchema(schemas, {
    uri: (id) => COMPONENTS + id,
    // What a field of the front matter may be is said by its description.
    unrepresentable: 'any',
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'KB Viewer',
      version: '1.0.0',
      description:
        'Numbered knowledge-base articles and what replaces them. Superseded articles stay readable: look at `state` and `currentArticle` before you quote one.',
    },
    servers: [{ url: origin + API_URL }],
    paths: groupByPath(),
    components: {
      schemas: Object.fromEntries(Object.entries(described).map(([id, schema]) => [id, withoutIds(schema)])),
    },
  }
}

/** The schemas that several answers share. */
function namedSchemas(): [z.core.$ZodType, string][] {
  const named = new Map<string, z.core.$ZodType>()
  const visited = new Set<unknown>()
  const visit = (schema: z.core.$ZodType): void => {
    if (visited.has(schema)) return
    visited.add(schema)
    const id = z.globalRegistry.get(schema)?.id
    if (id !== undefined && id !== 'Error') named.set(id, schema)
    for (const inner of innerSchemas(schema)) visit(inner)
  }
  for (const { answer } of API_ROUTES) visit(answer)
  return [...named].map(([id, schema]) => [schema, id])
}

function innerSchemas(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape)
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodOptional) return [schema.unwrap()]
  if (schema instanceof z.ZodUnion) return [...schema.options]
  return []
}

function groupByPath(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of API_ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return paths
}

function operationOf(route: ApiRoute) {
  const { id, summary, parameters, errors, hasMarkdown, method, body } = route
  return {
    operationId: id,
    summary,
    parameters: parameters.map(({ name, in: place, description, schema, example, isRequired }) => ({
      name,
      in: place,
      description,
      required: place === 'path' || isRequired === true,
      schema: withoutIds(z.toJSONSchema(schema)),
      ...(example !== undefined && { example }),
    })),
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'text/plain': { schema: { type: 'string' }, example: body } } },
    }),
    responses: {
      200: {
        description: 'The answer.',
        content: {
          'application/json': { schema: { $ref: COMPONENTS + answerName(route) } },
          ...(hasMarkdown && { 'text/markdown': { schema: { type: 'string' } } }),
        },
      },
      ...(method === 'get' && { 304: { description: 'Nothing has changed since the answer with this `ETag`.' } }),
      ...Object.fromEntries(errors.map((status) => [status, errorResponse(ERRORS[status])])),
      500: errorResponse('A fault on our side.'),
    },
  }
}

function errorResponse(description: string) {
  return { description, content: { 'application/json': { schema: { $ref: `${COMPONENTS}Error` } } } }
}

function answerName({ id }: ApiRoute): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`
}

/** The document as a whole says which version of JSON Schema it uses, and where its schemas are. */
function withoutIds({
  $schema: _schema,
  $id: _id,
  id: _name,
  ...schema
}: Record<string, unknown>): Record<string, unknown> {
  return schema
}
